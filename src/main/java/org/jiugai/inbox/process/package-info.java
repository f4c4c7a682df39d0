/** The task lists that Tasklist offers. */
@org.jspecify.annotations.NullMarked
package org.jiugai.inbox.process;
