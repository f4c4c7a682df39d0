/** The page on which an administrator loads a calendar year. */
@org.jspecify.annotations.NullMarked
package org.jiugai.worktime.web;
