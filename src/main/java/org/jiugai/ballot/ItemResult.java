package org.jiugai.ballot;

/**
 * How an item was decided, persons and area.
 *
 * @param eligible everybody on the roll
 * @param participated whose valid ballot came back, abstentions included
 * @param quorate whether enough took part, {@code approved} whether enough of those agreed
 */
public record ItemResult(
        int no,
        StatutoryItem item,
        String text,
        Majority majority,
        Totals eligible,
        Totals participated,
        Totals agreed,
        Totals against,
        Totals abstained,
        boolean quorate,
        boolean approved) {
    public boolean passed() {
        return quorate && approved;
    }
}
