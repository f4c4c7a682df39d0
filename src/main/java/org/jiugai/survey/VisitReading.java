package org.jiugai.survey;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.NameKey;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.jspecify.annotations.Nullable;

/** Understands what was typed about a household: words as they are printed, or their numbers. */
final class VisitReading {
    private static final List<Attitude> ATTITUDES = List.of(Attitude.values());
    private static final List<Category> NEEDS = List.of(Category.values());
    private static final DateTimeFormatter LOOSE =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
    private final VisitChannel channel;
    private final LocalDate day;
    private final Faults faults;

    /** @param day what counts where a row names none */
    VisitReading(VisitChannel channel, LocalDate day, Faults faults) {
        this.channel = channel;
        this.day = day;
        this.faults = faults;
    }

    /** The visit; null when the row cannot be understood, and the faults say why. */
    @Nullable
    NewVisit read(TypedVisit typed) {
        Attitude attitude = find(typed.text(VisitColumn.ATTITUDE), ATTITUDES, Attitude::label);
        if (attitude == null) fault(typed, VisitColumn.ATTITUDE, "填写“支持”“不支持”“无所谓”“未联系上”，或对应的序号1至4");
        LocalDate on = day(typed);
        Boolean pays = flag(typed, VisitColumn.PAY);
        Boolean lift = flag(typed, VisitColumn.LIFT);
        Boolean charging = flag(typed, VisitColumn.CHARGING);
        Boolean tenant = flag(typed, VisitColumn.TENANT);
        Set<Category> needs = needs(typed);
        if (attitude == null || on == null) return null;
        return new NewVisit(
                typed.unitId(),
                on,
                attitude == Attitude.NOT_REACHED ? VisitChannel.VISIT : channel,
                attitude,
                typed.text(VisitColumn.RESPONDENT),
                Boolean.TRUE.equals(tenant),
                pays,
                lift,
                charging,
                needs,
                typed.text(VisitColumn.REMARK));
    }

    private @Nullable LocalDate day(TypedVisit typed) {
        String text = NameKey.of(typed.text(VisitColumn.DAY))
                .replaceAll("[./年月]", "-")
                .replace("日", "");
        if (text.isEmpty()) return day;
        if (text.matches("\\d{4}-\\d{1,2}-\\d{1,2}")) {
            try {
                return LocalDate.parse(text, LOOSE);
            } catch (DateTimeException impossible) {
                fault(typed, VisitColumn.DAY, "“" + typed.text(VisitColumn.DAY) + "”不是日期");
                return null;
            }
        }
        fault(typed, VisitColumn.DAY, "应为年-月-日，如2024-01-05");
        return null;
    }

    private @Nullable Boolean flag(TypedVisit typed, VisitColumn column) {
        String text = NameKey.of(typed.text(column));
        if (text.isEmpty()) return null;
        if (text.equals("是") || text.equals("1")) return true;
        if (text.equals("否") || text.equals("0")) return false;
        fault(typed, column, "填写“是”或“否”，或1、0");
        return null;
    }

    private Set<Category> needs(TypedVisit typed) {
        EnumSet<Category> needs = EnumSet.noneOf(Category.class);
        for (String word : typed.text(VisitColumn.NEEDS).split("[\\s,，、;；]+", -1)) {
            if (word.isEmpty()) continue;
            Category need = find(word, NEEDS, Category::label);
            if (need == null) fault(typed, VisitColumn.NEEDS, "没有“" + word + "”这一项，填写需求名称或序号1至" + NEEDS.size());
            else needs.add(need);
        }
        return needs;
    }

    private static <E> @Nullable E find(String text, List<E> values, Function<E, String> label) {
        String key = NameKey.of(text);
        if (key.matches("\\d{1,2}")) {
            int no = Integer.parseInt(key);
            return no >= 1 && no <= values.size() ? values.get(no - 1) : null;
        }
        return values.stream()
                .filter(value -> label.apply(value).equals(key))
                .findFirst()
                .orElse(null);
    }

    private void fault(TypedVisit typed, VisitColumn column, String message) {
        faults.add("row" + typed.row(), "第" + typed.row() + "行：【" + column.label() + "】" + message);
    }
}
