/** Steps of the process {@code public-notice}. */
@org.jspecify.annotations.NullMarked
package org.jiugai.notice.process;
