package org.jiugai.organisation;

/** The door to sign-in: whoever keeps people's sessions ends them when something was taken away from a person. */
public interface EndSessions {
    /** Signs the person out everywhere. */
    void endAll(String person);
}
