package org.gongxue.reward.quota;

/** Invariant 5 does not hold for places: a bug when it happens in a decision, a finding when it happens in a replay. */
public final class QuotaBrokenException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    QuotaBrokenException(String message) {
        super(message);
    }
}
