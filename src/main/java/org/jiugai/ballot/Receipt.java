package org.jiugai.ballot;

import java.time.Instant;

/**
 * What the voter keeps: with its number he checks that his ballot is counted. It does not tell what he chose.
 *
 * @param number 128 random bits in groups, shown once
 */
public record Receipt(String number, Instant receivedAt) {}
