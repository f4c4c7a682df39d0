/** The payment process: one instance for each tranche. */
@org.jspecify.annotations.NullMarked
package org.jiugai.funding.process;
