package org.jiugai.audit;

import java.time.Instant;

/**
 * The last link of the record.
 *
 * @param sequence its place, which is the number of links, too
 * @param linkedAt by the clock of the database's machine
 */
public record ChainHead(long sequence, String hash, Instant linkedAt) {}
