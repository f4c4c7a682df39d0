/** The page on which the record is verified. */
@org.jspecify.annotations.NullMarked
package org.jiugai.audit.web;
