package org.gongxue.events.reward;

import org.jspecify.annotations.Nullable;

/**
 * 证据包 was handed out. The digests, SHA-256 in lower-case hex, are of its explanation and its 底稿: what no leaf covers
 * is so held against the log too. {@code paymentId} is the attempt it was asked for; absent for the entitlement as such.
 */
public record EvidenceIssued(
        String entitlementId, @Nullable String paymentId, String explanationDigest, String sheetDigest, String askedBy)
        implements RewardEvent {}
