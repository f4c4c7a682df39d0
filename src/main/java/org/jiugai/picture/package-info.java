/** Models as pictures: a drawing of what a BPMN model's diagram says, and the same as SVG. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {},
        displayName = "流程图")
@org.jspecify.annotations.NullMarked
package org.jiugai.picture;
