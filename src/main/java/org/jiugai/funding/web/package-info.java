/** The page on which residents' money is recorded that comes in after the formalities. */
@org.jspecify.annotations.NullMarked
package org.jiugai.funding.web;
