package org.jiugai.organisation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jiugai.kernel.Faults;

/** What a password must be that a person chooses. */
public final class PasswordRules {
    public static final int SHORTEST = 12;
    /** What the algorithm takes into account. */
    private static final int MOST_BYTES = 72;

    private PasswordRules() {}

    /**
     * Notes what is wrong with it.
     *
     * @param person sign-in name of whoever chooses it
     * @param field name of the form's field
     * @param label what the form calls it
     */
    public static void check(String person, String password, String field, String label, Faults faults) {
        String said = "【" + label + "】";
        faults.require(
                password.codePointCount(0, password.length()) >= SHORTEST, field, said + "不能少于" + SHORTEST + "个字符");
        faults.require(
                password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES,
                field,
                said + "过长，不能超过" + MOST_BYTES + "字节");
        faults.require(
                person.isEmpty() || !password.toLowerCase(Locale.ROOT).contains(person.toLowerCase(Locale.ROOT)),
                field,
                said + "不能包含登录名");
        faults.require(password.chars().distinct().count() >= 5, field, said + "过于简单，至少包含5种不同字符");
    }
}
