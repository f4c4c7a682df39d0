/** The Chinese working calendar with make-up workdays, and the due dates it gives (book R-CAL). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "organisation"},
        displayName = "工作日历")
@org.jspecify.annotations.NullMarked
package org.jiugai.worktime;
