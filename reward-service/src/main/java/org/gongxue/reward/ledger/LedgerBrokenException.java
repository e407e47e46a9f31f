package org.gongxue.reward.ledger;

/** Invariant 5 does not hold: a bug when it happens in a decision, a finding when it happens in a replay. */
public final class LedgerBrokenException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LedgerBrokenException(String message) {
        super(message);
    }
}
