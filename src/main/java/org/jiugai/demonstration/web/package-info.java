/** The page of the demonstration's clock. */
@org.jspecify.annotations.NullMarked
package org.jiugai.demonstration.web;
