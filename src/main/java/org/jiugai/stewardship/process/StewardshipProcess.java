package org.jiugai.stewardship.process;

import org.jiugai.engine.ProcessVariable;

/** Variables of the process {@code stewardship}. */
final class StewardshipProcess {
    static final ProcessVariable<Long> COMMUNITY_ID = ProcessVariable.ofLong("communityId");

    private StewardshipProcess() {}
}
