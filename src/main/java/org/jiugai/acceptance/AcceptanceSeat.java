package org.jiugai.acceptance;

import org.jiugai.policy.Parameters.Level;
import org.jiugai.policy.Parameters.Weight;

/**
 * A body that takes part in an acceptance.
 *
 * @param role role id of the policy
 * @param office the office that holds the role for the case
 * @param officeName its Chinese name
 */
public record AcceptanceSeat(String role, Level level, String office, String officeName, Weight weight) {}
