/** Public notices of a community's plan: period, evidence of posting, objections and their answers. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "organisation",
            "policy",
            "worktime",
            "documents",
            "registry",
            "messages",
            "casefile"
        },
        displayName = "公示")
@org.jspecify.annotations.NullMarked
package org.jiugai.notice;
