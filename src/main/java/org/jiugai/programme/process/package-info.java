/** Admission to the project library: started when a street begins an application. */
@org.jspecify.annotations.NullMarked
package org.jiugai.programme.process;
