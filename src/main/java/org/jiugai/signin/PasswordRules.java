package org.jiugai.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a password must be. Lazy, because the lists of common passwords take a moment to read and are seldom needed. */
@Component
@Lazy
public class PasswordRules {
    private static final String FIELD = "password";
    private static final int SHORTEST = 12;
    /** bcrypt does not look further. */
    private static final int LONGEST_BYTES = 72;
    /** Of zxcvbn's 0 to 4: more than a hundred million guesses. */
    private static final int STRONG = 3;
    /** What a guesser of this house's passwords begins with. */
    private static final List<String> OURS = List.of("jiugai", "旧改", "demo2024");
    /** What he adds to it. */
    private static final List<String> LOCAL = List.of("luan", "anhui", "admin", "mima", "woaini");

    private final Zxcvbn guesses = new Zxcvbn();

    /**
     * Refuses a password that is short, long, made of the person's name, common, or as good as common.
     *
     * @param name the person's name as it is shown
     */
    public void check(String person, String name, String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new RuleViolation("signin.weakPassword", FIELD, "【新密码】不得超过" + LONGEST_BYTES + "个字节");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        Faults faults = new Faults()
                .require(password.codePointCount(0, password.length()) >= SHORTEST, FIELD, "【新密码】至少" + SHORTEST + "个字符")
                .require(!lower.contains(person.toLowerCase(Locale.ROOT)), FIELD, "【新密码】不得包含用户名")
                .require(!lower.contains(name.toLowerCase(Locale.ROOT)), FIELD, "【新密码】不得包含姓名")
                .require(OURS.stream().noneMatch(lower::contains), FIELD, "【新密码】不得包含系统名称");
        if (faults.isEmpty()) {
            faults.require(guesses.measure(password, LOCAL).getScore() >= STRONG, FIELD, "【新密码】是常用密码，或与常用密码相近，容易被猜到");
        }
        faults.refuse("signin.weakPassword");
    }
}
