/** The warranty process and the repair of one defect. */
@org.jspecify.annotations.NullMarked
package org.jiugai.warranty.process;
