package org.jiugai.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that was changed in any way is told from a sound one, and the first fault is named. */
class PackageCheckTest {
    private static final Instant TIME = Instant.parse("2024-06-03T01:00:00Z");
    private static final List<String> NAMES = List.of(
            "report.pdf",
            "models/survey-v1.bpmn",
            "models/survey-v1.svg",
            "models/must-tender-v1.dmn",
            "decisions.csv",
            "operations.csv",
            "audit.csv",
            "files/1-合同.pdf");

    @TempDir
    Path folder;

    private record Part(String name, byte[] content) {}

    @Test
    void aSoundPackagePassesInAnyFolder() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("另一个 目录")).resolve("包.zip");
        Files.copy(written(), elsewhere);
        assertThat(said(elsewhere))
                .startsWith("0 通过：341502-2024-0001 的档案包完整，共 8 个文件")
                .contains("第 7 环 abc");
    }

    @Test
    void oneByteChangedInAnyEntryIsFoundAndTheEntryNamed() throws Exception {
        for (String name : NAMES) {
            List<Part> parts = parts();
            Part part = parts.stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            part.content()[part.content().length / 2] ^= 1;
            assertThat(said(zipped(parts))).as(name).startsWith("1 未通过：条目 " + name + " 的内容与清单不符");
        }
        for (String name : List.of(Manifest.NAME, Manifest.DIGEST)) {
            List<Part> parts = parts();
            parts.stream().filter(p -> p.name().equals(name)).forEach(p -> p.content()[10] ^= 1);
            assertThat(said(zipped(parts))).as(name).isEqualTo("1 未通过：清单 manifest.json 与 manifest.sha256 不符");
        }
    }

    /** The bytes of the ZIP itself: what is not found is a date or the like of a header, and everything is packed out as before. */
    @Test
    void aByteChangedInThePackedDataIsFound() throws Exception {
        byte[] sound = Files.readAllBytes(written());
        int found = 0;
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] changed = sound.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("changed.zip"), changed);
            if (said(file).startsWith("1 ")) found++;
            else assertThat(contents(file)).isEqualTo(contents(written()));
        }
        assertThat(found).isGreaterThan(200);
    }

    @Test
    void anEntryRemovedAddedRenamedMovedOrDoubledIsFound() throws Exception {
        List<Part> removed = parts();
        removed.remove(4);
        assertThat(said(zipped(removed))).isEqualTo("1 未通过：缺少条目 decisions.csv");

        List<Part> added = parts();
        added.add(5, new Part("files/2-后加.pdf", new byte[] {1}));
        assertThat(said(zipped(added))).isEqualTo("1 未通过：多出条目 files/2-后加.pdf");

        List<Part> renamed = parts();
        renamed.set(7, new Part("files/1-合同2.pdf", renamed.get(7).content()));
        assertThat(said(zipped(renamed))).isEqualTo("1 未通过：条目 files/1-合同.pdf 缺失，其位置上是 files/1-合同2.pdf");

        List<Part> moved = parts();
        Collections.swap(moved, 1, 2);
        assertThat(said(zipped(moved)))
                .isEqualTo("1 未通过：条目顺序被改动：第 2 个应为 models/survey-v1.bpmn，实为 models/survey-v1.svg");

        List<Part> behind = parts();
        behind.add(new Part("files/3.pdf", new byte[] {1}));
        assertThat(said(zipped(behind))).startsWith("1 未通过：末尾缺少清单");
    }

    @Test
    void whatIsCutOffOrHasSomethingBehindItIsFound() throws Exception {
        byte[] sound = Files.readAllBytes(written());
        for (int length : new int[] {1, 100, sound.length / 2, sound.length - 1}) {
            byte[] cut = java.util.Arrays.copyOf(sound, length);
            assertThat(said(Files.write(folder.resolve("cut.zip"), cut))).startsWith("1 未通过：不是完整的档案包");
        }
        byte[] longer = java.util.Arrays.copyOf(sound, sound.length + 7);
        assertThat(said(Files.write(folder.resolve("longer.zip"), longer))).startsWith("1 未通过：");
        byte[] later = new byte[sound.length + 7];
        System.arraycopy(sound, 0, later, 7, sound.length);
        assertThat(said(Files.write(folder.resolve("later.zip"), later))).startsWith("1 未通过：");
        assertThat(said(Files.write(folder.resolve("empty.zip"), new byte[0]))).startsWith("1 未通过：");
    }

    @Test
    void aManifestWrittenAnewForOtherContentIsOnlyToldByItsDigest() throws Exception {
        Path forged = folder.resolve("forged.zip");
        try (OutputStream out = Files.newOutputStream(forged)) {
            PackageWriter writer = new PackageWriter(out, TIME);
            writer.add("report.pdf", "other".getBytes(StandardCharsets.UTF_8));
            writer.finish("341502-2024-0001", "1", null);
        }
        // a whole package made by somebody else is sound in itself: that it is ours, the record tells, which keeps the
        // manifest's digest
        assertThat(said(forged)).startsWith("0 通过");
    }

    @Test
    void whatCannotBeReadIsToldFromWhatIsFaulty() {
        assertThat(said(folder.resolve("nothing.zip"))).isEqualTo("2 无法检查：文件不存在或不能读取");
        assertThat(run(List.of())).startsWith("2 用法：");
    }

    @Test
    void namesOfAStrangerCannotWriteOnTheTerminal() throws Exception {
        List<Part> parts = parts();
        parts.add(0, new Part("a\u001b[31m\n通过\u202e", new byte[] {1}));
        assertThat(said(zipped(parts))).isEqualTo("1 未通过：多出条目 a?[31m?通过?");
    }

    /** Three hundred megabytes through a heap that must not grow with them. */
    @Test
    void aLargePackageNeedsNoMoreMemoryThanASmallOne() throws Exception {
        Path large = folder.resolve("large.zip");
        byte[] block = new byte[1024 * 1024];
        Random random = new Random(7);
        long before = used();
        long most = 0;
        try (OutputStream out = Files.newOutputStream(large)) {
            PackageWriter writer = new PackageWriter(out, TIME);
            for (int file = 0; file < 3; file++) {
                writer.add("files/" + file + ".bin", stream -> {
                    for (int i = 0; i < 100; i++) {
                        random.nextBytes(block);
                        stream.write(block);
                    }
                });
                most = Math.max(most, used() - before);
            }
            writer.finish("341502-2024-0001", "1", null);
        }
        assertThat(Files.size(large)).isGreaterThan(300L * 1024 * 1024);
        assertThat(said(large)).startsWith("0 通过");
        assertThat(Math.max(most, used() - before)).isLessThan(40L * 1024 * 1024);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Path written() throws IOException {
        Path file = folder.resolve("package.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            PackageWriter writer = new PackageWriter(out, TIME);
            for (String name : NAMES) writer.add(name, (name + " 的内容，相当长，足以改动其中一个字节").repeat(20));
            writer.finish("341502-2024-0001", "1", new Manifest.ChainEnd(7, "abc"));
        }
        return file;
    }

    private List<Part> parts() throws IOException {
        return contents(written());
    }

    private static List<Part> contents(Path file) throws IOException {
        List<Part> parts = new ArrayList<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean equals(Object other) {
                return other instanceof List<?> list
                        && size() == list.size()
                        && java.util.stream.IntStream.range(0, size())
                                .allMatch(i -> list.get(i) instanceof Part part
                                        && part.name().equals(get(i).name())
                                        && java.util.Arrays.equals(part.content(), get(i).content()));
            }

            @Override
            public int hashCode() {
                return size();
            }
        };
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                parts.add(new Part(entry.getName(), zip.readAllBytes()));
        }
        return parts;
    }

    private Path zipped(List<Part> parts) throws IOException {
        Path file = folder.resolve("changed-" + System.nanoTime() + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            for (Part part : parts) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.content());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String said(Path file) {
        return run(List.of(file.toString()));
    }

    private static String run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyPackage.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        String lines = out.toString(StandardCharsets.UTF_8).stripTrailing();
        assertThat(lines).doesNotContain("\n");
        return code + " " + lines;
    }
}
