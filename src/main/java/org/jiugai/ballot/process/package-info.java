/** Steps of the process {@code owners-vote}. */
@org.jspecify.annotations.NullMarked
package org.jiugai.ballot.process;
