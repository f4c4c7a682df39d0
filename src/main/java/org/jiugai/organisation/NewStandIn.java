package org.jiugai.organisation;

/**
 * Who shall stand in for whom, as entered.
 *
 * @param absent sign-in name
 * @param standIn sign-in name
 */
public record NewStandIn(String absent, String standIn, String from, String until, String reason) {}
