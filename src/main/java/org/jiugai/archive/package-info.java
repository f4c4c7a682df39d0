/** The audit package: everything about a case in one file that can be checked offline; and the check. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "picture",
            "printing",
            "audit",
            "documents",
            "organisation",
            "policy",
            "casefile",
            "chronicle"
        },
        displayName = "审计档案包")
@org.jspecify.annotations.NullMarked
package org.jiugai.archive;
