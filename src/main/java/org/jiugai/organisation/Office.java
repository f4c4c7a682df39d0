package org.jiugai.organisation;

/**
 * An office, bureau, street, committee or company that acts in cases.
 *
 * @param id also the id of its group in Tasklist, e.g. {@code jinan-finance-bureau}
 * @param region code of the region to which it belongs
 */
public record Office(String id, String name, String region) {}
