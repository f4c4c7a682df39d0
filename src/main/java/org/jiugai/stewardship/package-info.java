/** Long-term management of a community after its renovation (book 3.7). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "organisation", "policy", "worktime", "documents", "casefile"},
        displayName = "后续管理")
@org.jspecify.annotations.NullMarked
package org.jiugai.stewardship;
