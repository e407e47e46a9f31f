package org.gongxue.enrollment.vault.edge;

/** A learner's card as it was recorded; {@code version} counts from 1, and stays the same card for good. */
public record CardVersion(String learnerId, int version) {}
