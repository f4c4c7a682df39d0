/** Completion report, final acceptance by the five parties, joint and comprehensive acceptance, each until it passes. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "policy",
            "worktime",
            "documents",
            "organisation",
            "casefile",
            "satisfaction"
        },
        displayName = "验收")
@org.jspecify.annotations.NullMarked
package org.jiugai.acceptance;
