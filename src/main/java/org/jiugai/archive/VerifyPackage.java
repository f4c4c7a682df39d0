package org.jiugai.archive;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** {@code java -jar jiugai.jar verify-package FILE}: checks a package on any machine, without database or network. */
public final class VerifyPackage {
    /** The first argument, which asks for it. */
    private static final String NAME = "verify-package";

    private static final int SOUND = 0;
    private static final int FAULTY = 1;
    private static final int UNUSABLE = 2;

    private VerifyPackage() {}

    public static boolean isAsked(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Says in one line what was found.
     *
     * @return the exit code: 0 sound, 1 faulty, 2 it could not be checked
     */
    @SuppressWarnings("SystemConsoleNull") // where there is always a console it knows its character set
    public static int run(String... arguments) {
        // a terminal has a character set of its own; a file or a pipe gets UTF-8
        Console console = System.console();
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        return run(List.of(arguments).subList(1, arguments.length), out);
    }

    static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            out.println("用法：java -jar jiugai.jar " + NAME + " 档案包文件");
            return UNUSABLE;
        }
        try {
            Manifest manifest = PackageCheck.check(Path.of(arguments.get(0)));
            out.println("通过：" + manifest.caseNo() + " 的档案包完整，共 "
                    + manifest.entries().size() + " 个文件，导出时间 " + manifest.createdAt() + chain(manifest.chain()));
            return SOUND;
        } catch (PackageCheck.Fault fault) {
            out.println("未通过：" + fault.getMessage());
            return FAULTY;
        } catch (IOException | InvalidPathException e) {
            out.println("无法检查：文件不存在或不能读取");
            return UNUSABLE;
        }
    }

    private static String chain(Manifest.@org.jspecify.annotations.Nullable ChainEnd end) {
        return end == null ? "" : "，审计链第 " + end.sequence() + " 环 " + end.hash();
    }
}
