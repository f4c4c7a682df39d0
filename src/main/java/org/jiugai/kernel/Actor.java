package org.jiugai.kernel;

/**
 * Who does something: a person acting for an office.
 *
 * @param personId sign-in name, {@code system} for timers and events
 * @param personName Chinese name
 * @param officeId the office acted for
 * @param officeName Chinese name of the office
 */
public record Actor(String personId, String personName, String officeId, String officeName) {
    /** Timers, events and start-up act under this name. */
    public static final Actor SYSTEM = new Actor("system", "系统", "system", "系统");

    public String shown() {
        return officeName + " " + personName;
    }
}
