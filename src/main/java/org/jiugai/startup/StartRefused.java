package org.jiugai.startup;

/** The application cannot start; the message is one Chinese line that says what to do. */
public class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String whatToDo) {
        super(whatToDo);
    }
}
