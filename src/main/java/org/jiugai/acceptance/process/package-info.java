/** The acceptance process: recording steps, figures for its decision, seats of the bodies that policy names. */
@org.jspecify.annotations.NullMarked
package org.jiugai.acceptance.process;
