/** The renovation case: communities, parties, stage line with planned and reached dates, findings; owns the case page, to which each room adds its panel. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "audit",
            "organisation",
            "policy",
            "worktime",
            "documents",
            "registry"
        },
        displayName = "案件")
@org.jspecify.annotations.NullMarked
package org.jiugai.casefile;
