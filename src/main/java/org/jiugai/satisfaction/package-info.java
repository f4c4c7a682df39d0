/** What residents think of the renovation once it is built (群众满意度调查): one answer for each household, the last one counts (S3-69, S1-19). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "organisation", "registry", "casefile", "survey"},
        displayName = "满意度调查")
@org.jspecify.annotations.NullMarked
package org.jiugai.satisfaction;
