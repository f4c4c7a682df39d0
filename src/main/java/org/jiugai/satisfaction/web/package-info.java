/** Pages of the satisfaction survey. */
@org.jspecify.annotations.NullMarked
package org.jiugai.satisfaction.web;
