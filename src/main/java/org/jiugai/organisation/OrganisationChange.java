package org.jiugai.organisation;

import java.util.Arrays;

/** What an administrator may change; each change goes into the record under its code. */
public enum OrganisationChange {
    REGION_ADDED("regionAdded", "新增区划"),
    REGION_RENAMED("regionRenamed", "区划更名"),
    OFFICE_ADDED("officeAdded", "新增单位"),
    OFFICE_RENAMED("officeRenamed", "单位更名"),
    OFFICE_PHONE("officePhoneChanged", "调整对外电话"),
    ROLES_CHANGED("rolesChanged", "调整职责"),
    COUNTIES_CHANGED("countiesChanged", "调整服务区县"),
    OFFICE_CLOSED("officeClosed", "停用单位"),
    OFFICE_REOPENED("officeReopened", "恢复单位"),
    PERSON_ADDED("personAdded", "新增人员"),
    PERSON_RENAMED("personRenamed", "人员更名"),
    MEMBERSHIP_ADDED("membershipAdded", "任职"),
    MEMBERSHIP_CHANGED("membershipChanged", "调整任职起止"),
    MEMBERSHIP_ENDED("membershipEnded", "结束任职"),
    PASSWORD_RESET("passwordReset", "重置密码"),
    PERSON_BLOCKED("personBlocked", "停用账号"),
    PERSON_UNBLOCKED("personUnblocked", "恢复账号"),
    STAND_IN_APPOINTED("standInAppointed", "设置代理"),
    STAND_IN_ENDED("standInEnded", "结束代理"),
    FIRST_ADMINISTRATOR("firstAdministratorMade", "建立首位管理员");

    /** How the codes of this room begin. */
    static final String PREFIX = "organisation.";

    private final String fact;
    private final String label;

    OrganisationChange(String fact, String label) {
        this.fact = fact;
        this.label = label;
    }

    String code() {
        return PREFIX + fact;
    }

    public String label() {
        return label;
    }

    /** The Chinese name of a recorded action, or the code itself when it is none of these. */
    static String label(String code) {
        return Arrays.stream(values())
                .filter(change -> change.code().equals(code))
                .findFirst()
                .map(OrganisationChange::label)
                .orElse(code);
    }
}
