/** Fetching the audit package of a case. */
@org.jspecify.annotations.NullMarked
package org.jiugai.archive.web;
