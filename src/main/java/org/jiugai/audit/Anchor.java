package org.jiugai.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What the record's end was on a day, kept outside the database: with it a record that was cut, or put back to an older copy, gives itself away.
 *
 * @param sequence place of the last link, which is the number of links, too
 * @param hash of the last link
 * @param at when the anchor was cast, by the application's clock
 */
public record Anchor(LocalDate day, long sequence, String hash, OffsetDateTime at) {}
