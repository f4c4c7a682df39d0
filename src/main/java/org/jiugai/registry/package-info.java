/** The baseline of communities (小区底账): buildings, units with their area and its basis, owners counted once, codes of households. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "organisation", "documents", "sheets", "printing"},
        displayName = "小区底账")
@org.jspecify.annotations.NullMarked
package org.jiugai.registry;
