/** Sign-in and sessions: who is at the browser, for how long, and what every answer carries to protect him. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "engine", "organisation"},
        displayName = "登录与会话")
@org.jspecify.annotations.NullMarked
package org.jiugai.signin;
