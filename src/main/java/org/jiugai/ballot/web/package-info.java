/** The pages of a vote for officials. */
@org.jspecify.annotations.NullMarked
package org.jiugai.ballot.web;
