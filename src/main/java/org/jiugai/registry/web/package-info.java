/** Pages of the baseline. */
@org.jspecify.annotations.NullMarked
package org.jiugai.registry.web;
