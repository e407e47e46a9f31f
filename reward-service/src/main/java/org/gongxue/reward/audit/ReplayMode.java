package org.gongxue.reward.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a replay does with the log. */
public enum ReplayMode {
    /** 逐笔汇总: folds every balance and every entitlement again and compares them with the live service. */
    FOLD("fold");

    private final String word;

    ReplayMode(String word) {
        this.word = word;
    }

    /** The word used in the API. */
    @JsonValue
    public String word() {
        return word;
    }

    /**
     * The mode of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static ReplayMode of(String word) {
        if (word.equals(FOLD.word)) {
            return FOLD;
        }
        throw new IllegalArgumentException("no replay mode " + word);
    }
}
