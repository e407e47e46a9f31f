package org.gongxue.kit.door;

import org.gongxue.eventlog.Refusal;

/** What a request needs beside this service is away for a moment: 503, and the same request may succeed soon. */
public final class AwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** The refusal says what is away. */
    public AwayException(Refusal refusal, Throwable cause) {
        super(refusal.code(), cause);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
