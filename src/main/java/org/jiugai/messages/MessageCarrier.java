package org.jiugai.messages;

import java.util.UUID;

/** Whoever carries messages to telephones: a county's own gateway. There may be none; then people tell people. */
public interface MessageCarrier {
    /**
     * Carries a message. It may be asked twice with the same key, when the answer to the first time was lost, and carries it once.
     *
     * @throws Refused when the carrier did not take it
     */
    void carry(UUID key, String phone, String text);

    /** The carrier did not take the message; the text says why. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }
}
