/** Reading documents in the browser. */
@org.jspecify.annotations.NullMarked
package org.jiugai.documents.web;
