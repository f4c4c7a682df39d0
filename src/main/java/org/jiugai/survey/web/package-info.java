/** Pages of the survey. */
@org.jspecify.annotations.NullMarked
package org.jiugai.survey.web;
