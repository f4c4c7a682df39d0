package org.jiugai.audit;

import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiugai.audit.ChainBreak.Kind;
import org.jspecify.annotations.Nullable;

/** One walk along the chain, link by link, up to the first that does not hold. */
final class ChainWalk {
    private static final String BEFORE_THE_FIRST = "0".repeat(64);
    private final NavigableMap<Long, Anchor> anchors = new TreeMap<>();
    private long links;
    private String last = BEFORE_THE_FIRST;
    private @Nullable ChainHead head;
    private int agreeing;

    ChainWalk(Iterable<Anchor> anchors) {
        anchors.forEach(anchor -> this.anchors.put(anchor.sequence(), anchor));
    }

    /**
     * @param rows in the order of the chain
     * @param unlinked the first entry without a link; null when every entry has one
     */
    Verification over(Stream<ChainRow> rows, @Nullable Long unlinked) {
        for (Iterator<ChainRow> i = rows.iterator(); i.hasNext(); ) {
            ChainRow row = i.next();
            ChainBreak found = check(row);
            if (found != null) return new Verification(links, head, agreeing, found);
            links = row.sequence();
            last = row.hash();
            head = new ChainHead(row.sequence(), row.hash(), row.linkedAt());
        }
        return new Verification(links, head, agreeing, atTheEnd(unlinked));
    }

    private @Nullable ChainBreak check(ChainRow row) {
        if (row.sequence() != links + 1) return new ChainBreak(Kind.LINK_MISSING, links + 1, null);
        if (!row.previousHash().equals(last)) return at(Kind.NOT_JOINED, row);
        if (row.id() == null) return at(Kind.ENTRY_MISSING, row);
        if (!row.hash().equals(row.computedHash())) return at(Kind.ENTRY_CHANGED, row);
        if (!row.isDetailWhole()) return at(Kind.DETAIL_CHANGED, row);
        Anchor anchor = anchors.get(row.sequence());
        if (anchor != null && !anchor.hash().equals(row.hash())) return at(Kind.ANCHOR_DIFFERS, row);
        if (anchor != null) agreeing++;
        return null;
    }

    private @Nullable ChainBreak atTheEnd(@Nullable Long unlinked) {
        if (!anchors.tailMap(links, false).isEmpty()) return new ChainBreak(Kind.TAIL_CUT, links + 1, null);
        return unlinked == null ? null : new ChainBreak(Kind.NOT_LINKED, null, unlinked);
    }

    private static ChainBreak at(Kind kind, ChainRow row) {
        return new ChainBreak(kind, row.sequence(), row.entry());
    }
}
