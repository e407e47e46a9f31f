package org.gongxue.eventlog;

/** An event cannot be kept because of what the caller put into it. */
final class UnrecordableException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    UnrecordableException(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
