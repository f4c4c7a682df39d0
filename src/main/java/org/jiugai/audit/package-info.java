/** The record of who did what: rows are only ever added. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel"},
        displayName = "审计记录")
@org.jspecify.annotations.NullMarked
package org.jiugai.audit;
