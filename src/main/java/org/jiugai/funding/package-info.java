/** The money of a case: what is due by the policy's schedule, who approved it, and the ledger, which only gains postings. Nobody uses this room. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "policy",
            "worktime",
            "documents",
            "organisation",
            "casefile",
            "works",
            "acceptance",
            "settlement",
            "warranty",
            "formalities",
            "tender"
        },
        displayName = "资金拨付")
@org.jspecify.annotations.NullMarked
package org.jiugai.funding;
