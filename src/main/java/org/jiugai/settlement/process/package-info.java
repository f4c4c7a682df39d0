/** The settlement process: submission, days by amount, review. */
@org.jspecify.annotations.NullMarked
package org.jiugai.settlement.process;
