/** The backbone: started when a case opens; stages as it passes; who holds a task and until when. */
@org.jspecify.annotations.NullMarked
package org.jiugai.casefile.process;
