package org.gongxue.kit.door;

import org.gongxue.eventlog.Refusal;

/** Carries a refusal from where it was found to the problem the caller reads. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Wraps a refusal; the message is for logs and holds the code alone. */
    public RefusedException(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** Something asked for does not exist; {@code field} names what, {@code value} which. */
    public static RefusedException notFound(String field, String value) {
        return new RefusedException(Refusal.notFound("NOT_FOUND", field, value));
    }
}
