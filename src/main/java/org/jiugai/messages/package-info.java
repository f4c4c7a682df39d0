/** Messages to households: what an office answered is told to whoever asked, by a carrier of short messages or in person. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "organisation", "registry", "casefile", "survey", "startup"},
        displayName = "居民消息")
@org.jspecify.annotations.NullMarked
package org.jiugai.messages;
