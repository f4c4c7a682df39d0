/** The project library and the annual programme: import of the issued programme, admission on a street's application, the open task number; starts cases. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "organisation",
            "policy",
            "sheets",
            "worktime",
            "documents",
            "casefile"
        },
        displayName = "年度计划")
@org.jspecify.annotations.NullMarked
package org.jiugai.programme;
