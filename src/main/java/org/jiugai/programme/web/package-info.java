/** Pages of the programme: overview, import of the issued list, application of a street. */
@org.jspecify.annotations.NullMarked
package org.jiugai.programme.web;
