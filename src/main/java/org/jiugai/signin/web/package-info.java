/** The pages of sign-in and of a person's own account, and what is shown when something goes wrong. */
@org.jspecify.annotations.NullMarked
package org.jiugai.signin.web;
