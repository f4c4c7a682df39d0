/** The construction process: one recording step per form, and what its forms are shown. */
@org.jspecify.annotations.NullMarked
package org.jiugai.works.process;
