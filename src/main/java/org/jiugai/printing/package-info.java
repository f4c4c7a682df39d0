/** Pages for paper: our templates laid out as PDF with embedded Chinese fonts, and codes that telephones read. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {},
        displayName = "打印")
@org.jspecify.annotations.NullMarked
package org.jiugai.printing;
