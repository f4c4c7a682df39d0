/** The story of a case as auditors read it: what the engine did, what people recorded and decided, in one order. A room about the engine; nothing here changes anything. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "audit",
            "organisation",
            "policy",
            "documents",
            "casefile",
            "duties",
            "picture"
        },
        displayName = "案件经过")
@org.jspecify.annotations.NullMarked
package org.jiugai.chronicle;
