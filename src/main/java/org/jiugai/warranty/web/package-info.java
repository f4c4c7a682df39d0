/** The page on which an office of the county reports a defect. */
@org.jspecify.annotations.NullMarked
package org.jiugai.warranty.web;
