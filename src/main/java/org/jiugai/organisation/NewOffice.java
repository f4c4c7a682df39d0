package org.jiugai.organisation;

import java.util.List;

/**
 * An office as it was entered.
 *
 * @param kind id or Chinese word of its kind
 * @param region code
 * @param roles ids or Chinese names
 * @param counties codes of the counties it serves; ignored for an authority below the city, which serves its own
 */
public record NewOffice(
        String id, String name, String kind, String region, List<String> roles, List<String> counties) {}
