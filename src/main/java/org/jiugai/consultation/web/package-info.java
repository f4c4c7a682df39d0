/** Pages of the consultation for officials. */
@org.jspecify.annotations.NullMarked
package org.jiugai.consultation.web;
