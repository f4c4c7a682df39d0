/** Values that every room speaks: money, shares, areas, actors, violations, findings. No Spring, no engine. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {},
        displayName = "内核")
@org.jspecify.annotations.NullMarked
package org.jiugai.kernel;
