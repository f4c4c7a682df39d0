/** The only wrapper of the process engine: typed variables, forms as commands, starting and correlating, decisions, deployment, hardening. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel"},
        displayName = "流程引擎")
@org.jspecify.annotations.NullMarked
package org.jiugai.engine;
