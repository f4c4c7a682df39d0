package org.jiugai.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes documents in: all of them are right, or none is stored. What has not changed is left alone. */
@Component
class PolicyIntake {
    private final PolicyVersions versions;
    private final Clock clock;

    PolicyIntake(PolicyVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * @param documents text by name
     * @throws PolicyRefused with every fault of every document
     */
    void take(Map<String, String> documents) {
        List<Fault> faults = new ArrayList<>();
        if (!documents.containsKey(PolicyDocumentCheck.NATIONAL))
            faults.add(new Fault(PolicyDocumentCheck.NATIONAL, "缺少国家默认口径 NATIONAL.yaml"));
        documents.forEach((name, text) -> faults.addAll(PolicyDocumentCheck.faults(name, text, file -> null)));
        refuse(faults);
        versions.lock();
        documents.forEach((name, text) -> faults.addAll(versionFaults(name, text)));
        refuse(faults);
        long national = store(documents.getOrDefault(PolicyDocumentCheck.NATIONAL, ""), null);
        documents.forEach((name, text) -> {
            if (!name.equals(PolicyDocumentCheck.NATIONAL)) store(text, national);
        });
    }

    private List<Fault> versionFaults(String name, String text) {
        PolicyVersion latest = versions.latest(name).orElse(null);
        int version = PolicyDocument.parse(text).version();
        if (latest == null || latest.sha256().equals(sha256(text)) || version > latest.version()) return List.of();
        return List.of(new Fault(
                name + ":version",
                "政策文件 %s 的内容已改动，但版本号 %d 没有高于已载入的版本 %d：请提高 version".formatted(name, version, latest.version())));
    }

    private long store(String text, @Nullable Long national) {
        PolicyDocument document = PolicyDocument.parse(text);
        Optional<PolicyVersion> latest = versions.latest(document.code());
        List<FilledValue> filled = latest.map(old -> kept(old, document)).orElse(List.of());
        if (latest.isEmpty() || !latest.get().sha256().equals(sha256(text)))
            return versions.add(
                    PolicyVersion.first(document, sha256(text), text, national, filled), filled, clock.instant());
        PolicyVersion same = latest.get();
        if (national == null || national.equals(same.national())) return same.id();
        return versions.add(same.revised(national, document, filled), filled, clock.instant());
    }

    /** Values filled in earlier stay where the new document still blanks out the same phrase. */
    private List<FilledValue> kept(PolicyVersion old, PolicyDocument document) {
        PolicyDocument before = PolicyDocument.parse(old.content());
        return versions.filled(old.id()).stream()
                .filter(value -> document.masks(value.key()))
                .filter(value -> String.valueOf(document.text(value.key(), "quote"))
                        .equals(String.valueOf(before.text(value.key(), "quote"))))
                .toList();
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) throw new PolicyRefused(faults);
    }

    /** Of the text with Unix line ends, so that a checkout on Windows is the same document. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
