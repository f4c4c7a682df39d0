/** Packages, bids, award, contract: a package may serve several cases, a case needs several packages. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "organisation",
            "policy",
            "worktime",
            "documents",
            "casefile",
            "formalities"
        },
        displayName = "招标采购")
@org.jspecify.annotations.NullMarked
package org.jiugai.tender;
