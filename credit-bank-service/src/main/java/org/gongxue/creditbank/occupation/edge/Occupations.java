package org.gongxue.creditbank.occupation.edge;

import org.gongxue.creditbank.occupation.OccupationCode;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.RefusedException;

/** Occupations that somebody typed, brought to the one spelling before anything is decided. */
public final class Occupations {

    /** What the door lets in: characters that can be seen, at most {@link OccupationCode#TEXT_LENGTH_MAX}. */
    public static final String TYPED = "(?=.*\\S)\\P{C}{1," + OccupationCode.TEXT_LENGTH_MAX + "}";

    private Occupations() {}

    /**
     * The one spelling.
     *
     * @param field where it was typed
     * @throws RefusedException (422) naming field, value and form when it is no code
     */
    public static String normalized(String field, String typed) {
        return OccupationCode.normalized(typed)
                .orElseThrow(() -> new RefusedException(
                        Refusal.invalid("OCCUPATION_CODE_FORM", field, typed, OccupationCode.FORM)));
    }
}
