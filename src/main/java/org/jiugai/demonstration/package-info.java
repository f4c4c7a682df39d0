/** The demonstration county with its people and programme, and a clock that can be set forward. Absent in production. */
@org.springframework.modulith.ApplicationModule(displayName = "演示")
@org.jspecify.annotations.NullMarked
package org.jiugai.demonstration;
