/** What residents read without an account, and do with the code of their household. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "policy",
            "worktime",
            "printing",
            "registry",
            "casefile",
            "duties",
            "survey",
            "notice",
            "ballot",
            "satisfaction",
            "consultation"
        },
        displayName = "居民页面")
@org.jspecify.annotations.NullMarked
package org.jiugai.publicsite;
