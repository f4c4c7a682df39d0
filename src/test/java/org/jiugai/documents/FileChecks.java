package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jiugai.kernel.RuleViolation;

/** Offers files to the checks, as uploads. */
final class FileChecks {
    private final Path file;
    private final FileRules rules;

    FileChecks(Path folder) {
        this(folder, TestRules.shipped());
    }

    private FileChecks(Path folder, FileRules rules) {
        this.file = folder.resolve("upload.part");
        this.rules = rules;
    }

    FileChecks with(String setting, Object value) {
        return new FileChecks(file.getParent(), TestRules.with(Map.of(setting, value)));
    }

    FileKind kind(byte[] content, String name) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileCheck(rules, new VirusScan(rules)).check(file, name);
    }

    void refuses(byte[] content, String name, String fact) {
        assertThatThrownBy(() -> kind(content, name))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("documents." + fact))
                .message()
                .matches("[\\s\\S]*\\p{IsHan}[\\s\\S]*");
    }
}
