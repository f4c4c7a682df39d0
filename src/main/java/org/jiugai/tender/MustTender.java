package org.jiugai.tender;

/**
 * What the must-tender table says of a package.
 *
 * @param threshold size in fen from which its type must be tendered; 0 where none applies
 * @param basis document and clause
 */
record MustTender(boolean mustTender, long threshold, String basis) {}
