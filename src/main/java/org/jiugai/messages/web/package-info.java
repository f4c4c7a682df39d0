/** Pages of the messages to households. */
@org.jspecify.annotations.NullMarked
package org.jiugai.messages.web;
