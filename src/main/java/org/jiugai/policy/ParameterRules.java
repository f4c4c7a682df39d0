package org.jiugai.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiugai.kernel.Share;
import org.jiugai.policy.Parameters.Tranche;
import org.jiugai.policy.Parameters.Trigger;
import org.jspecify.annotations.Nullable;

/** What must hold between the parts of one value that are each well formed. */
final class ParameterRules {
    /** Written for the last tranche: what the others leave. */
    static final String REMAINDER = "REMAINDER";

    private static final Set<Parameter<?>> PARTIES =
            Set.of(Parameters.REVIEW_PARTIES, Parameters.FINAL_PARTIES, Parameters.JOINT_PARTIES);
    private static final Set<Parameter<?>> STAGE_MAPS = Set.of(Parameters.PLANNED_DAYS, Parameters.FIXED_DATES);

    private ParameterRules() {}

    /**
     * @param wellFormed whether shape and types are right; what needs no types is checked anyhow, so that all faults come at once
     */
    static List<String> faults(Parameter<?> parameter, JsonNode value, boolean wellFormed) {
        List<String> faults = new ArrayList<>();
        if (parameter.equals(Parameters.PAYMENT_SCHEDULE) && wellFormed)
            faults.addAll(schedule(PolicyYaml.value(value, Parameters.PAYMENT_SCHEDULE.type())));
        if (PARTIES.contains(parameter)) faults.addAll(twice(value));
        if (STAGE_MAPS.contains(parameter)) faults.addAll(stages(parameter.key(), value));
        if (parameter.equals(Parameters.FIXED_DATES)) faults.addAll(days(value));
        if (parameter.equals(Parameters.ELIGIBILITY_CRITERIA)) faults.addAll(references(value));
        return faults;
    }

    private static List<String> twice(JsonNode parties) {
        Set<String> seen = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode party : parties) {
            String role = party.path("role").asText();
            if (!seen.add(role + party.path("level").asText())) faults.add("参加单位 " + role + " 重复");
        }
        return faults;
    }

    private static List<String> schedule(List<Tranche> tranches) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Share sum = Share.ZERO;
        Share reached = Share.ZERO;
        for (int i = 0; i < tranches.size(); i++) {
            Tranche tranche = tranches.get(i);
            boolean last = i == tranches.size() - 1;
            if (!ids.add(tranche.id())) faults.add("拨付期次 " + tranche.id() + " 重复");
            if (last != tranche.share().equals(REMAINDER))
                faults.add(last ? "最后一期 " + tranche.id() + " 的比例应为 REMAINDER" : "只有最后一期的比例可以是 REMAINDER");
            sum = sum.plus(share(tranche, faults));
            Share threshold = threshold(tranche, faults);
            if (threshold == null) continue;
            if (!threshold.isMoreThan(reached)) faults.add("拨付期次 " + tranche.id() + " 的进度应高于前一期");
            reached = threshold;
        }
        boolean open =
                !tranches.isEmpty() && tranches.get(tranches.size() - 1).share().equals(REMAINDER);
        if (open ? sum.isAtLeast(Share.WHOLE) : !sum.equals(Share.WHOLE))
            faults.add("各期比例合计 " + sum.percent() + "%，" + (open ? "没有为最后一期留出余额" : "应为 100%"));
        return faults;
    }

    private static Share share(Tranche tranche, List<String> faults) {
        if (tranche.share().equals(REMAINDER)) return Share.ZERO;
        try {
            Share share = Share.of(tranche.share());
            if (share.isMoreThan(Share.ZERO)) return share;
        } catch (NumberFormatException | ArithmeticException e) {
            // the message below says so
        }
        faults.add("拨付期次 %s 的比例 %s 不是大于 0 的比例".formatted(tranche.id(), tranche.share()));
        return Share.ZERO;
    }

    private static @Nullable Share threshold(Tranche tranche, List<String> faults) {
        boolean progress = tranche.trigger() == Trigger.PROGRESS;
        if (progress != (tranche.threshold() != null))
            faults.add("拨付期次 " + tranche.id() + (progress ? " 按进度拨付，须写明 threshold" : " 不按进度拨付，不能有 threshold"));
        return tranche.threshold();
    }

    private static List<String> stages(String key, JsonNode value) {
        List<String> faults = new ArrayList<>();
        value.fieldNames().forEachRemaining(stage -> {
            if (!Vocabulary.STAGES.contains(stage)) faults.add(key + " 有未知阶段 " + stage);
        });
        return faults;
    }

    private static List<String> days(JsonNode value) {
        List<String> faults = new ArrayList<>();
        value.properties().forEach(entry -> {
            try {
                MonthDay.parse("--" + entry.getValue().asText());
            } catch (DateTimeException e) {
                faults.add("阶段 %s 的日期 %s 不存在"
                        .formatted(entry.getKey(), entry.getValue().asText()));
            }
        });
        return faults;
    }

    private static List<String> references(JsonNode criteria) {
        List<String> faults = new ArrayList<>();
        for (JsonNode criterion : criteria) {
            String value = criterion.path("value").asText();
            if (value.startsWith("@") && !Parameters.byKey().containsKey(value.substring(1)))
                faults.add("入库条件 %s 引用的参数 %s 不存在".formatted(criterion.path("id").asText(), value));
        }
        return faults;
    }
}
