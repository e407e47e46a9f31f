package org.gongxue.reward.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a replay concludes. */
public enum Verdict {
    /** 一致: everything was there and says the same. */
    IDENTICAL,
    /** 有差异: everything was there, and something says otherwise. */
    DIFFERENT,
    /** 不完整: something was not there to be checked; that is never a pass, whatever the rest says. */
    INCOMPLETE;

    /** The word used in the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The verdict of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Verdict of(boolean complete, boolean same) {
        if (!complete) {
            return INCOMPLETE;
        }
        return same ? IDENTICAL : DIFFERENT;
    }
}
