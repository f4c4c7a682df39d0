/** The list of cases and the page of one case. */
@org.jspecify.annotations.NullMarked
package org.jiugai.casefile.web;
