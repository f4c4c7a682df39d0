/** Regions, offices with their roles, people and their accounts, tenancy. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "audit", "sheets"},
        displayName = "组织与登录")
@org.jspecify.annotations.NullMarked
package org.jiugai.organisation;
