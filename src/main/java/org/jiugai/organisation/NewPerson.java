package org.jiugai.organisation;

/**
 * A person with his first office, as entered.
 *
 * @param id sign-in name
 * @param office id
 * @param from first day, may be blank
 * @param until last day, may be blank except for guests
 */
public record NewPerson(String id, String name, String office, String from, String until) {}
