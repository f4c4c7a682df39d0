/** Task lists and what a task's form needs from the server: header, facts, drafts, uploads. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "organisation", "casefile", "documents"},
        displayName = "待办")
@org.jspecify.annotations.NullMarked
package org.jiugai.inbox;
