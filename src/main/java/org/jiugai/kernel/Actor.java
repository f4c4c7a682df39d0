package org.jiugai.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Who does something: a person acting for an office, at times for a person who is absent.
 *
 * @param personId sign-in name, {@code system} for timers and events
 * @param personName Chinese name
 * @param officeId the office acted for
 * @param officeName Chinese name of the office
 * @param onBehalfOf the absent person for whom he stands in (代理); null when he acts for himself
 */
public record Actor(
        String personId, String personName, String officeId, String officeName, @Nullable Absent onBehalfOf) {
    /** Timers, events and start-up act under this name. */
    public static final Actor SYSTEM = new Actor("system", "系统", "system", "系统");

    public Actor(String personId, String personName, String officeId, String officeName) {
        this(personId, personName, officeId, officeName, null);
    }

    /** The same from the columns of a row; {@code absent} and its name are null when he acts for himself. */
    public static Actor of(
            String personId,
            String personName,
            String officeId,
            String officeName,
            @Nullable String absent,
            @Nullable String absentName) {
        Absent onBehalfOf = absent == null || absentName == null ? null : new Absent(absent, absentName);
        return new Actor(personId, personName, officeId, officeName, onBehalfOf);
    }

    /** The person for whom another one stands in. */
    public record Absent(String personId, String personName) {}

    /** As screens and records name him: 单位 姓名（代 姓名）. */
    public String shown() {
        return officeName + " " + personName + (onBehalfOf == null ? "" : "（代" + onBehalfOf.personName() + "）");
    }
}
