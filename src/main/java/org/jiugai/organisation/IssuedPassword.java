package org.jiugai.organisation;

/** A one-time password that has just been made for a person; it is kept nowhere. */
public record IssuedPassword(String person, String name, String office, String password) {}
