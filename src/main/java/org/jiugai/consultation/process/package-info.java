/** Steps of the processes {@code consultation} and {@code plan-revision}. */
@org.jspecify.annotations.NullMarked
package org.jiugai.consultation.process;
