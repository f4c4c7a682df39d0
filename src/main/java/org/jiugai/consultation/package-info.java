/** Two up, two down (两上两下): plan versions, opinions, the residents' council and the final plan of a community. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "organisation",
            "policy",
            "worktime",
            "documents",
            "messages",
            "casefile",
            "survey",
            "notice",
            "registry",
            "ballot"
        },
        displayName = "方案征询")
@org.jspecify.annotations.NullMarked
package org.jiugai.consultation;
