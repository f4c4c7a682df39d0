package org.jiugai.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method that may write and is no use case of its own, or puts itself on record: it leaves no entry by itself. The reason is for the reader. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Unrecorded {
    /** Why. */
    String value();
}
