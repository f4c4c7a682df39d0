/** The owners' joint decision (业主共同决定): a frozen roll, sealed ballots over every channel, the exact count. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "audit",
            "organisation",
            "policy",
            "worktime",
            "documents",
            "printing",
            "registry",
            "casefile",
            "duties",
            "notice"
        },
        displayName = "业主表决")
@org.jspecify.annotations.NullMarked
package org.jiugai.ballot;
