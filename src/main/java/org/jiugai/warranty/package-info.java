/** Defects within the warranty, their repair, and the release of the retention money once none is open. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "policy",
            "worktime",
            "documents",
            "organisation",
            "casefile",
            "acceptance",
            "tender"
        },
        displayName = "质保")
@org.jspecify.annotations.NullMarked
package org.jiugai.warranty;
