/** The sign-in page and what a page may know about the session. */
@org.jspecify.annotations.NullMarked
package org.jiugai.organisation.web;
