package org.gongxue.events.reward;

/**
 * 政策 drafted: the maker's part. {@code document} is the canonical JSON, {@code digest} its SHA-256 in lower-case hex:
 * what is assessed later is exactly these bytes.
 */
public record PolicyProposed(String policyId, int policyVersion, String document, String digest, String proposedBy)
        implements PolicyEvent {}
