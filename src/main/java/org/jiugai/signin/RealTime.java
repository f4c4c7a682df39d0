package org.jiugai.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * The machine's own clock, for sessions and for counting failed sign-ins: setting the demonstration's clock forward must neither sign
 * anybody out nor forgive an attacker.
 */
@Qualifier("realTime")
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RealTime {}
