/** Steps of the formalities: one recording step for each form, and what the forms show. */
@org.jspecify.annotations.NullMarked
package org.jiugai.formalities.process;
