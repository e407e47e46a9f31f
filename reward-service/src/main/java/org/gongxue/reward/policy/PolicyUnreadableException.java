package org.gongxue.reward.policy;

import org.jspecify.annotations.Nullable;

/** A policy document cannot be read: where (a JSON pointer), what stands there and what belongs there. */
public final class PolicyUnreadableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String value;
    private final String needed;

    PolicyUnreadableException(String place, String value, String needed, @Nullable Throwable cause) {
        super(place + ": '" + value + "' is not " + needed, cause);
        this.place = place;
        this.value = value;
        this.needed = needed;
    }

    /** The JSON pointer. */
    public String place() {
        return place;
    }

    /** What stands there. */
    public String value() {
        return value;
    }

    /** What belongs there. */
    public String needed() {
        return needed;
    }
}
