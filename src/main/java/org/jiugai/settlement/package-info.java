/** The contractor's settlement account and its review by the body that policy names. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "policy",
            "worktime",
            "documents",
            "organisation",
            "casefile",
            "tender"
        },
        displayName = "结算")
@org.jspecify.annotations.NullMarked
package org.jiugai.settlement;
