package org.jiugai.security;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/**
 * Sings when somebody's text is evaluated as an expression: a bean by the name {@code canary}, which JUEL, FEEL and SpEL reach, and a
 * class whose static method is reached by its name.
 */
@TestComponent("canary")
public class Canary {
    private static final AtomicInteger SONGS = new AtomicInteger();

    /** How often anything was evaluated in this run. */
    public static int songs() {
        return SONGS.get();
    }

    /** For expressions that get at the bean. */
    public String sing() {
        return chirp();
    }

    /** The same as a property: {@code ${canary.song}}. */
    public String getSong() {
        return chirp();
    }

    /** For expressions that get at the class. */
    public static String chirp() {
        SONGS.incrementAndGet();
        return "chirp";
    }

    /** For expressions that only print the bean. */
    @Override
    public String toString() {
        return chirp();
    }
}
