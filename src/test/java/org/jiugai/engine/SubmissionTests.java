package org.jiugai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTests {
    record Condition(@Label("条件内容") @NotNull @Size(max = 5) String content) {}

    record Form(
            @Label("金额") @NotNull Money amount,
            @Label("日期") LocalDate on,
            @Label("修改条件") @Valid @NotEmpty List<Condition> conditions) {}

    @Test
    void aFormBecomesItsTypedCommand() {
        Form form = Submission.read(
                "{\"amount\":\"12.50\",\"on\":\"2024-02-29\",\"conditions\":[{\"content\":\"加宽\"}]}", Form.class);
        assertThat(form.amount()).isEqualTo(Money.ofFen(1250));
        assertThat(form.on()).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void everyFaultIsNamedInChineseWithItsField() {
        assertThatThrownBy(() -> Submission.read("{\"conditions\":[{\"content\":\"超过五个汉字了\"}]}", Form.class))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("engine.invalidSubmission");
                    assertThat(refusal.faults())
                            .extracting(RuleViolation.Fault::field)
                            .containsExactlyInAnyOrder("amount", "conditions[0].content");
                    assertThat(refusal.getMessage()).contains("【金额】必填").contains("【修改条件 第1行 条件内容】长度或数量应在0至5之间");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\":\"1\",\"conditions\":[],\"caseId\":7}|engine.undeclaredField|caseId",
                "{\"amount\":\"1\",\"conditions\":[{\"content\":\"a\",\"x\":1}]}|engine.undeclaredField|conditions[0].x",
                "{\"amount\":\"1.005\",\"conditions\":[]}|engine.malformedField|amount",
                "{\"amount\":\"1\",\"on\":\"2024-02-30\"}|engine.malformedField|on",
                "{\"amount\":\"1\"} {}|engine.malformedSubmission|''",
                "[1]|engine.malformedSubmission|''",
                "not json|engine.malformedSubmission|''",
                "''|engine.emptySubmission|''"
            })
    void whatTheFormDoesNotDeclareIsRefused(String json, String code, String field) {
        assertThatThrownBy(() -> Submission.read(json, Form.class))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.faults().get(0).field()).isEqualTo(field);
                    assertThat(refusal.getMessage()).isNotBlank().doesNotContain("jiugai");
                });
    }

    record Answer(@Label("是否同意") Boolean agreed) {}

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "\"x\"", "1", "0"})
    void yesAndNoAreNeitherWordsNorFigures(String value) {
        assertThatThrownBy(() -> Submission.read("{\"agreed\":" + value + "}", Answer.class))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("engine.malformedField"));
    }
}
