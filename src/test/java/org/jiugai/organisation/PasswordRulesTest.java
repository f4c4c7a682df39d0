package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a password must be. */
class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "short-one-1, 至少12个字符",
        "my-caizheng-2024-key, 不得包含用户名",
        "MY-CAIZHENG-2024-key, 不得包含用户名",
        "孙丽的密码是很长很长的一句话, 不得包含姓名",
        "password1234, 容易被猜到",
        "123456789012, 容易被猜到",
        "qwertyuiop123, 容易被猜到",
        "1qaz2wsx3edc, 容易被猜到",
        "aaaaaaaaaaaaaaaa, 容易被猜到",
        "abcabcabcabcabc, 容易被猜到",
        "iloveyou123456, 容易被猜到",
        "P@ssw0rd2024, 容易被猜到",
        "luanjiugai2024, 不得包含系统名称",
        "5201314520131452, 容易被猜到"
    })
    void whatIsShortOrOnesNameOrCommonIsRefused(String password, String why) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"violet-harbour-kettle-19", "老槐树下三把旧藤椅晒太阳", "q7#Vd2!xLw9@"})
    void whatIsLongAndUncommonPasses(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    private static void check(String password) {
        Faults faults = new Faults();
        PasswordRules.check("caizheng", "孙丽", password, "password", "新密码", faults);
        faults.refuse("signin.weakPassword");
    }

    @Test
    void whatTheHashWouldCutOffIsRefused() {
        assertThatThrownBy(() -> check("violet-harbour-".repeat(5))).hasMessageContaining("不得超过72个字节");
    }
}
