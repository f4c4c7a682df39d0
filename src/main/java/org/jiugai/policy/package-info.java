/** A city's policy is a document: parameters with their source, versions that cases pin, fallback to the national defaults. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "audit", "organisation"},
        displayName = "政策")
@org.jspecify.annotations.NullMarked
package org.jiugai.policy;
