package org.jiugai.ballot;

import org.jiugai.kernel.Share;

/**
 * The majority that the law asks for an item; read from the decision {@code vote-majority}.
 *
 * @param participation share of all owners and of all area that must take part, itself included
 * @param approval share of those taking part that must agree
 * @param approvalIncluded whether reaching that share is enough; otherwise more is needed
 * @param noticeDays days between the notice to all owners and the vote
 */
public record Majority(
        String name, Share participation, Share approval, boolean approvalIncluded, int noticeDays, String clause) {}
