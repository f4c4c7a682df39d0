/** Policies as people read them, and the values that an administrator fills in. */
@org.jspecify.annotations.NullMarked
package org.jiugai.policy.web;
