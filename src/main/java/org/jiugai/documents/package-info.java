/** Files by their SHA-256, stored once, linked to the case and the step that needs them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel"},
        displayName = "文件")
@org.jspecify.annotations.NullMarked
package org.jiugai.documents;
