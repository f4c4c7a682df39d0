/** Starting up: the embedded database, one clock for application and engine, what is said when the start fails. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel"},
        displayName = "启动")
@org.jspecify.annotations.NullMarked
package org.jiugai.startup;
