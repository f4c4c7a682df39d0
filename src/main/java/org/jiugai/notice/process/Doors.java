package org.jiugai.notice.process;

import java.util.List;
import java.util.Map;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;

/** A row for each door at which the notice hangs. */
final class Doors {
    private Doors() {}

    static List<Map<String, String>> rows(NoticeManagement notices, PublicNotice notice) {
        return notices.doors(notice.communityId()).stream()
                .map(door -> Map.of("place", door))
                .toList();
    }
}
