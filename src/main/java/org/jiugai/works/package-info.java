/** From the start formalities to the last confirmed progress: supervision registration, permit, wage account, start order, progress. */
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
        displayName = "施工")
@org.jspecify.annotations.NullMarked
package org.jiugai.works;
