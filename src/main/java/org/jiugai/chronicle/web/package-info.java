/** What browsers ask of the chronicle. */
@org.jspecify.annotations.NullMarked
package org.jiugai.chronicle.web;
