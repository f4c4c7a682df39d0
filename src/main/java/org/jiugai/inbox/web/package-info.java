/** The endpoints that the forms in Tasklist call. */
@org.jspecify.annotations.NullMarked
package org.jiugai.inbox.web;
