/** Duties kept apart: who did which step, and who therefore may not do another. The pairs of steps are data. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "organisation", "casefile"},
        displayName = "岗位分离")
@org.jspecify.annotations.NullMarked
package org.jiugai.duties;
