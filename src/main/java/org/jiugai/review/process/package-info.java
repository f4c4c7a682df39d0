/** The steps of the joint review in the engine, and what its forms show. */
@org.jspecify.annotations.NullMarked
package org.jiugai.review.process;
