/** Pages of residents; nobody signs in here, and no session is begun. */
@org.jspecify.annotations.NullMarked
package org.jiugai.publicsite.web;
