/** Where tasks come into being and are completed. */
@org.jspecify.annotations.NullMarked
package org.jiugai.duties.process;
