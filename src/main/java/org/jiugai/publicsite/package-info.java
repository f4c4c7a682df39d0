/** What residents do without an account: with the code of their household. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "registry", "casefile", "survey", "notice", "consultation", "ballot"},
        displayName = "居民页面")
@org.jspecify.annotations.NullMarked
package org.jiugai.publicsite;
