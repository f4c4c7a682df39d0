/** Excel sheets as people send and fetch them: opening within limits, reading as shown, every fault at once. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "documents"},
        displayName = "表格")
@org.jspecify.annotations.NullMarked
package org.jiugai.sheets;
