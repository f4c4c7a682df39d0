package org.jiugai.organisation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.NameKey;
import org.jspecify.annotations.Nullable;

/** What ids and names may look like, and which roles fit which office. */
final class OrganisationRules {
    private static final int LONGEST_NAME = 60;
    private static final Pattern OFFICE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern PERSON = Pattern.compile("[a-z0-9._-]{2,40}");
    /** A telephone number as offices print it: 0564-3260001. */
    static final Pattern PHONE = Pattern.compile("[0-9][0-9 +-]{5,29}");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    /** Groups of the engine that are no offices, and the name under which the system itself is recorded. */
    private static final Set<String> RESERVED = Set.of("camunda-admin", "history-readers", "system");

    private OrganisationRules() {}

    /** An id as it is meant: full width characters and blanks make no difference. */
    static String id(String typed) {
        return NameKey.of(typed);
    }

    static void officeId(String id, Faults faults) {
        faults.require(OFFICE.matcher(id).matches(), "id", "【编号】须为2至40位小写字母、数字或连字符，以字母或数字开头：“" + id + "”");
        faults.require(!RESERVED.contains(id), "id", "【编号】“" + id + "”为系统保留，不能使用");
    }

    static void personId(String id, Faults faults) {
        faults.require(PERSON.matcher(id).matches(), "id", "【登录名】须为2至40位小写字母、数字、点、下划线或连字符：“" + id + "”");
        faults.require(!RESERVED.contains(id), "id", "【登录名】“" + id + "”为系统保留，不能使用");
    }

    static void regionCode(String code, Region.Kind kind, Faults faults) {
        faults.require(
                code.matches("\\d{" + kind.digits() + "}"),
                "code",
                "【代码】" + kind.label() + "须为" + kind.digits() + "位数字：“" + code + "”");
    }

    /** The text without blanks around it. */
    static String text(String typed, String field, String label, Faults faults) {
        String text = typed.strip();
        faults.require(!text.isEmpty(), field, "【" + label + "】未填写");
        faults.require(text.length() <= LONGEST_NAME, field, "【" + label + "】不能超过" + LONGEST_NAME + "字");
        faults.require(!INVISIBLE.matcher(text).find(), field, "【" + label + "】含有不可见字符，请重新输入");
        return text;
    }

    /** The kind that is meant by its id or a Chinese word for it; null and a fault for anything else. */
    static Office.@Nullable Kind kind(String typed, Faults faults) {
        String key = NameKey.of(typed);
        for (Office.Kind kind : Office.Kind.values()) {
            if (key.equals(kind.name()) || key.equals(kind.shortLabel()) || key.equals(NameKey.of(kind.label())))
                return kind;
        }
        faults.add("kind", "【类别】须为机关、参建单位或来访：“" + typed.strip() + "”");
        return null;
    }

    /**
     * The ids of the roles that were typed by name or id.
     *
     * @param isParty whether a role is held for cases
     */
    static Set<String> roles(
            List<String> typed, Office.Kind kind, Region.Kind level, Predicate<String> isParty, Faults faults) {
        Set<String> roles = new LinkedHashSet<>();
        for (String text : typed) {
            Optional<String> meant = Roles.meant(text);
            meant.ifPresentOrElse(
                    role -> {
                        fits(role, kind, level, isParty.test(role), faults);
                        roles.add(role);
                    },
                    () -> faults.add("roles", "【职责】没有“" + text.strip() + "”这一职责"));
        }
        return roles;
    }

    private static void fits(String role, Office.Kind kind, Region.Kind level, boolean isParty, Faults faults) {
        String name = Roles.name(role);
        switch (kind) {
            case GUEST -> faults.add("roles", "【职责】来访单位不承担职责，不能选“" + name + "”");
            case PARTY -> faults.require(isParty, "roles", "【职责】“" + name + "”不是参建单位的职责");
            case AUTHORITY -> faults.require(!isParty, "roles", "【职责】“" + name + "”只能由参建单位承担");
        }
        boolean isHighEnough = level == Region.Kind.CITY || level == Region.Kind.COUNTY;
        faults.require(!role.equals(Roles.SYSTEM_ADMIN) || isHighEnough, "roles", "【职责】系统管理员只能设在市级或区县级单位");
    }
}
