/**
 * Joint review (联评联审): intake, opinions of the bodies round by round, conclusion, conditions closed by those who set them, major
 * modification, approval and filing of the plan.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "startup",
            "engine",
            "organisation",
            "policy",
            "worktime",
            "documents",
            "casefile",
            "consultation"
        },
        displayName = "联评联审")
@org.jspecify.annotations.NullMarked
package org.jiugai.review;
