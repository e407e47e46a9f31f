package org.gongxue.reward.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another policy would have given, in fen. What is granted, owed or paid counts as given; who stands in line, has
 * given up or pays back counts as nothing on both sides.
 *
 * @param policyId the policy that was tried
 * @param insteadOf the policy on whose entitlements
 * @param group only of this group; null for all
 * @param entitlements how many were tried
 * @param changed how many would get another amount
 * @param byGroup the first policy's groups; {@code *} where there are none
 * @param byFund each policy's own funds
 * @param byCell the first policy's quota cells
 * @param byUnit the learner's unit when the entitlement was opened
 * @param learners who would get another amount, the largest differences first, at most {@link #LEARNERS_MAX}
 */
public record WhatIfResult(
        String policyId,
        int policyVersion,
        String insteadOf,
        @Nullable String group,
        long entitlements,
        long changed,
        long beforeFen,
        long afterFen,
        long differenceFen,
        List<Line> byGroup,
        List<Line> byFund,
        List<Line> byCell,
        List<Line> byUnit,
        List<LearnerLine> learners) {

    /** The most learners that are listed; all are counted. */
    public static final int LEARNERS_MAX = 1_000;

    /** A sum over entitlements. */
    public record Line(String key, long entitlements, long beforeFen, long afterFen, long differenceFen) {}

    /** One entitlement that would change. */
    public record LearnerLine(
            String learnerId, String entitlementId, long beforeFen, long afterFen, long differenceFen) {}

    public WhatIfResult {
        byGroup = List.copyOf(byGroup);
        byFund = List.copyOf(byFund);
        byCell = List.copyOf(byCell);
        byUnit = List.copyOf(byUnit);
        learners = List.copyOf(learners);
    }
}
