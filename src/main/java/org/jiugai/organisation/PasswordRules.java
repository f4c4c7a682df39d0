package org.jiugai.organisation;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jiugai.kernel.Faults;

/** What a password must be that a person chooses. */
public final class PasswordRules {
    public static final int SHORTEST = 12;
    /** bcrypt does not look further. */
    private static final int LONGEST_BYTES = 72;
    /** Of zxcvbn's 0 to 4: more than a hundred million guesses. */
    private static final int STRONG = 3;
    /** What a guesser of this house's passwords begins with. */
    private static final List<String> OURS = List.of("jiugai", "旧改", "demo2024");
    /** What he adds to it. */
    private static final List<String> LOCAL = List.of("luan", "anhui", "admin", "mima", "woaini");

    private PasswordRules() {}

    /**
     * Notes what is wrong with it: short, long, made of the person's name, common, or as good as common.
     *
     * @param person sign-in name of whoever chooses it
     * @param name his name as it is shown
     * @param field name of the form's field
     * @param label what the form calls it
     */
    public static void check(String person, String name, String password, String field, String label, Faults faults) {
        String said = "【" + label + "】";
        String lower = password.toLowerCase(Locale.ROOT);
        Faults own = new Faults()
                .require(
                        password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES,
                        field,
                        said + "不得超过" + LONGEST_BYTES + "个字节")
                .require(
                        password.codePointCount(0, password.length()) >= SHORTEST,
                        field,
                        said + "至少" + SHORTEST + "个字符")
                .require(!holds(lower, person), field, said + "不得包含用户名")
                .require(!holds(lower, name), field, said + "不得包含姓名")
                .require(OURS.stream().noneMatch(lower::contains), field, said + "不得包含系统名称");
        if (own.isEmpty()) {
            own.require(
                    Guesses.ZXCVBN.measure(password, LOCAL).getScore() >= STRONG, field, said + "是常用密码，或与常用密码相近，容易被猜到");
        }
        own.all().forEach(fault -> faults.add(fault.field(), fault.message()));
    }

    private static boolean holds(String password, String name) {
        return !name.isBlank() && password.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Its lists of common passwords take a moment to read, and are seldom needed. */
    private static final class Guesses {
        static final Zxcvbn ZXCVBN = new Zxcvbn();
    }
}
