package org.jiugai.casefile;

import java.util.List;

/** What a room knows of a case, told in sentences as an auditor reads them. Each room publishes one bean; the story of a case knows no room. */
public interface CaseFacts {
    /** Everything that the room recorded of this case, in any order. */
    List<CaseFact> of(long caseId);
}
