package org.jiugai.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A room whose processes serve several cases at once runs them under business keys of its own; it says which keys belong to which case. */
public interface FurtherKeys {
    /** By case number; a case without such a process may be missing. */
    Map<String, List<String>> keysOf(Collection<String> caseNos);

    /** Name of the room's view with {@code case_id} and {@code business_key}, for searches over all cases. */
    String view();
}
