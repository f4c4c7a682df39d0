/** The page on which a body contests an opinion that was entered for it. */
@org.jspecify.annotations.NullMarked
package org.jiugai.review.web;
