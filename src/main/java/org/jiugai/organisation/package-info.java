/** Regions, offices with their roles, people, tenancy and sign-in. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "audit", "sheets"},
        displayName = "组织与登录")
@org.jspecify.annotations.NullMarked
package org.jiugai.organisation;
