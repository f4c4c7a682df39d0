package org.jiugai.policy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.RecordedAct;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Policies for other rooms: which version is in force, what a pinned version says. */
@Service
@Transactional
public class PolicyManagement {
    private final PolicyVersions versions;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<Long, Policy> read = new ConcurrentHashMap<>();

    PolicyManagement(PolicyVersions versions, AuditTrail audit, Clock clock) {
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The version in force of a policy.
     *
     * @throws RuleViolation when masked values are not filled or no such policy
     */
    @Transactional(readOnly = true)
    public Policy inForce(String code) {
        return versions.latestActive(code).map(this::policy).orElseThrow(() -> notInForce(code));
    }

    /** A version that a case has pinned. */
    @Transactional(readOnly = true)
    public Policy pinned(long versionId) {
        Policy known = read.get(versionId);
        if (known != null) return known;
        return policy(versions.find(versionId)
                .orElseThrow(() -> new RuleViolation("policy.unknownVersion", "没有编号为 " + versionId + " 的政策版本")));
    }

    /** The policies that a case can be opened under or that wait for their masked values; the latest version of each. */
    @Transactional(readOnly = true)
    public List<Policy> all() {
        return versions.codes().stream().map(this::latest).map(this::policy).toList();
    }

    /** The latest version of a policy, whether it is in force or not; empty when there is no such policy. */
    @Transactional(readOnly = true)
    public Optional<Policy> latestOf(String code) {
        return versions.latest(code).map(this::policy);
    }

    /** The keys that must be filled before the latest version of a policy can come into force. */
    @Transactional(readOnly = true)
    public List<String> missing(String code) {
        return policy(latest(code)).missing();
    }

    /**
     * Fills in a value that the source blanks out, or corrects one that was filled in. This gives a new version; cases keep theirs.
     *
     * @param key of the masked parameter
     * @param value as the documents write it: {@code 2000-12-31}, {@code 0.30}, {@code {PROCUREMENT: "03-31"}}
     * @throws RuleViolation when the source does not mask this parameter or the value does not fit
     */
    @Unrecorded("recorded with the value before and after")
    public void fill(String code, String key, String value, Actor actor) {
        versions.lock();
        PolicyVersion latest = latest(code);
        PolicyDocument document = PolicyDocument.parse(latest.content());
        Parameter<?> parameter = Parameters.byKey().get(key);
        if (parameter == null || !document.masks(key))
            throw new RuleViolation("policy.notMasked", "key", document.name() + "的参数 " + key + " 不是待填写的空缺参数");
        Policy.typed(parameter, value);
        List<FilledValue> filled = new ArrayList<>(versions.filled(latest.id()));
        Map<String, String> before = filled.stream()
                .filter(f -> f.key().equals(key))
                .collect(Collectors.toMap(FilledValue::key, FilledValue::value));
        audit.record(RecordedAct.of(actor, "policy.filled", "policy:" + code + " parameter:" + key)
                .changing(before, Map.of(key, value.strip())));
        filled.removeIf(f -> f.key().equals(key));
        filled.add(new FilledValue(key, value.strip(), actor.shown(), clock.instant()));
        versions.add(latest.revised(latest.national(), document, filled), filled, clock.instant());
    }

    private Policy policy(PolicyVersion version) {
        Policy known = read.get(version.id());
        if (known != null) return known;
        PolicyDocument own = PolicyDocument.parse(version.content());
        Long national = version.national();
        PolicyDocument defaults = national == null
                ? own
                : PolicyDocument.parse(versions.get(national).content());
        Policy policy = new Policy(version.id(), own, defaults, versions.filled(version.id()));
        read.put(version.id(), policy);
        return policy;
    }

    private PolicyVersion latest(String code) {
        return versions.latest(code)
                .orElseThrow(() -> new RuleViolation("policy.unknown", "policyCode", "没有政策文件 " + code));
    }

    private RuleViolation notInForce(String code) {
        Policy draft = policy(latest(code));
        return new RuleViolation(
                "policy.maskedValues",
                "policyCode",
                "政策《%s》的以下参数原文空缺，须由管理员填写后才能使用：%s".formatted(draft.name(), String.join("、", draft.missing())));
    }
}
