/** Initiation, fiscal review, permits and exemptions with their legal basis, funds and the residents' money. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "policy", "documents", "casefile", "review"},
        displayName = "前期手续")
@org.jspecify.annotations.NullMarked
package org.jiugai.formalities;
