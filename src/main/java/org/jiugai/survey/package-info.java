/** Survey of the communities of a case: household visits, condition of the houses, needs; dangerous houses leave the programme. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "organisation",
            "policy",
            "worktime",
            "documents",
            "printing",
            "sheets",
            "registry",
            "casefile"
        },
        displayName = "调查摸底")
@org.jspecify.annotations.NullMarked
package org.jiugai.survey;
