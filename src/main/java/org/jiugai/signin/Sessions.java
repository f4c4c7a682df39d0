package org.jiugai.signin;

import org.jiugai.organisation.EndSessions;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The open sessions of people, on whichever node. */
@Service
public class Sessions implements EndSessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** On every node, at once. */
    @Override
    public void endAll(String person) {
        sessions.findByPrincipalName(person).keySet().forEach(sessions::deleteById);
    }

    /** Signs the person out everywhere but in the session in which he is asking. */
    public void endOthers(String person, String ownSession) {
        sessions.findByPrincipalName(person).keySet().stream()
                .filter(id -> !id.equals(ownSession))
                .forEach(sessions::deleteById);
    }

    public int count(String person) {
        return sessions.findByPrincipalName(person).size();
    }
}
