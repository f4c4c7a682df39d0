package org.jiugai.casefile;

import java.util.Collection;
import java.util.List;

/** The door to the engine: which tasks of these cases are open. */
public interface OpenSteps {
    List<OpenStep> of(Collection<String> caseNos);
}
