/** Steps of the process {@code survey}. */
@org.jspecify.annotations.NullMarked
package org.jiugai.survey.process;
