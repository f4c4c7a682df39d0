/** Case management for the renovation of old residential communities. */
@org.jspecify.annotations.NullMarked
package org.jiugai;
