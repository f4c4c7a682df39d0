package org.jiugai.ballot;

import java.time.Instant;

/** What is told to whoever holds a receipt: whether his ballot counts, never what it says. */
public record ReceiptCheck(boolean counted, Channel channel, Instant receivedAt) {}
