/** Steps of the process {@code stewardship}. */
@org.jspecify.annotations.NullMarked
package org.jiugai.stewardship.process;
