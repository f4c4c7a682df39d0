package org.jiugai.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Checks a package against its manifest, without a database: each entry and its digest, nothing missing, nothing more, in the order in
 * which they were written. Both ways of reading a ZIP are tried, by its directory and from front to back, so that no program finds
 * something else in it than was checked.
 */
final class PackageCheck {
    private static final long LARGEST_MANIFEST = 64L * 1024 * 1024;

    private static final int END = 0x504B0506;
    private static final int END_LENGTH = 22;

    private PackageCheck() {}

    /** The package is not what was exported; the message says where, in Chinese. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    /**
     * @throws Fault the first that was found
     * @throws IOException when the file cannot be read at all
     */
    static Manifest check(Path file) throws IOException, Fault {
        checkEnd(file);
        Manifest manifest;
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.getComment() != null) throw new Fault("档案包被附加了注释");
            List<? extends ZipEntry> found = zip.stream().toList();
            manifest = manifest(zip, found);
            checkNames(expected(manifest), found.stream().map(ZipEntry::getName).toList());
            for (Manifest.Entry entry : manifest.entries()) checkContent(entry, zip);
        } catch (IOException | IllegalArgumentException e) {
            throw notPackage();
        }
        checkFromFrontToBack(file, manifest);
        return manifest;
    }

    /** The directory's closing record is the last thing in the file; most programs would overlook what follows it. */
    private static void checkEnd(Path file) throws IOException, Fault {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < END_LENGTH) throw notPackage();
            bytes.seek(bytes.length() - END_LENGTH);
            if (bytes.readInt() != END) throw notPackage();
        }
    }

    private static Fault notPackage() {
        return new Fault("不是完整的档案包：ZIP 结构无法读取，文件可能被截断或损坏");
    }

    private static Manifest manifest(ZipFile zip, List<? extends ZipEntry> found) throws IOException, Fault {
        int last = found.size() - 1;
        if (last < 1
                || !found.get(last).getName().equals(Manifest.DIGEST)
                || !found.get(last - 1).getName().equals(Manifest.NAME))
            throw new Fault("末尾缺少清单 " + Manifest.NAME + " 和 " + Manifest.DIGEST + "，或其后另有条目");
        byte[] json = small(zip, found.get(last - 1));
        if (!Arrays.equals(small(zip, found.get(last)), Manifest.digestLine(json)))
            throw new Fault("清单 " + Manifest.NAME + " 与 " + Manifest.DIGEST + " 不符");
        try {
            Manifest manifest = Manifest.read(json);
            if (manifest.format() != Manifest.FORMAT)
                throw new Fault("清单格式为第 " + manifest.format() + " 版，本程序只认第 " + Manifest.FORMAT + " 版");
            return manifest;
        } catch (IOException e) {
            throw new Fault("清单 " + Manifest.NAME + " 的内容无法理解");
        }
    }

    private static byte[] small(ZipFile zip, ZipEntry entry) throws Fault {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) LARGEST_MANIFEST);
            if (in.read() >= 0) throw new Fault("条目 " + shown(entry.getName()) + " 过大");
            return content;
        } catch (IOException e) {
            throw new Fault("条目 " + shown(entry.getName()) + " 的内容已损坏，无法解压");
        }
    }

    private static List<String> expected(Manifest manifest) {
        return Stream.concat(
                        manifest.entries().stream().map(Manifest.Entry::name),
                        Stream.of(Manifest.NAME, Manifest.DIGEST))
                .toList();
    }

    /** The first difference, told as what was done. */
    private static void checkNames(List<String> expected, List<String> found) throws Fault {
        Set<String> seen = new HashSet<>();
        for (String name : found) if (!seen.add(name)) throw new Fault("条目 " + shown(name) + " 重复出现");
        Set<String> known = new HashSet<>(expected);
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String should = i < expected.size() ? expected.get(i) : "";
            String is = i < found.size() ? found.get(i) : "";
            if (should.equals(is)) continue;
            boolean extra = !is.isEmpty() && !known.contains(is);
            boolean missing = !should.isEmpty() && !seen.contains(should);
            if (extra && missing) throw new Fault("条目 " + shown(should) + " 缺失，其位置上是 " + shown(is));
            if (missing) throw new Fault("缺少条目 " + shown(should));
            if (extra) throw new Fault("多出条目 " + shown(is));
            throw new Fault("条目顺序被改动：第 " + (i + 1) + " 个应为 " + shown(should) + "，实为 " + shown(is));
        }
    }

    private static void checkContent(Manifest.Entry entry, ZipFile zip) throws Fault {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()))) {
            compare(entry, in);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(entry);
        }
    }

    private static void compare(Manifest.Entry entry, InputStream content) throws IOException, Fault {
        Manifest.Entry measured = Sha256.measure(entry.name(), content, entry.size());
        if (measured.size() != entry.size()) throw new Fault("条目 " + shown(entry.name()) + " 的大小与清单不符");
        if (!measured.sha256().equals(entry.sha256()))
            throw new Fault("条目 " + shown(entry.name()) + " 的内容与清单不符（SHA-256 不同）");
    }

    private static Fault damaged(Manifest.Entry entry) {
        return new Fault("条目 " + shown(entry.name()) + " 的内容已损坏，无法解压");
    }

    private static void checkFromFrontToBack(Path file, Manifest manifest) throws IOException, Fault {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            for (Manifest.Entry entry : manifest.entries()) {
                ZipEntry next = zip.getNextEntry();
                if (next == null || !next.getName().equals(entry.name()))
                    throw new Fault("条目 " + shown(entry.name()) + " 的目录与实际存放的内容不一致");
                compare(entry, zip);
            }
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) names.add(next.getName());
        } catch (IOException | IllegalArgumentException e) {
            throw notPackage();
        }
        if (!names.equals(List.of(Manifest.NAME, Manifest.DIGEST))) throw new Fault("目录之外另有内容");
    }

    /** A name from a stranger's file on a terminal. */
    private static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
        return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
    }
}
