package org.gongxue.reward.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a replay does with the log. */
public enum ReplayMode {
    /** 逐笔汇总: folds every balance and every entitlement again and compares them with the live service. */
    FOLD("fold"),
    /** 重新裁定: decides every recorded input and command again and compares every event, to the byte. */
    REDECIDE("re-decide"),
    /** 假设推演: asks what another policy would have given over the same history. */
    WHAT_IF("what-if"),
    /** 完整性核验: hashes, order and completeness alone, and a checkpoint that is held against them. */
    VERIFY("verify");

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
        return Arrays.stream(values())
                .filter(mode -> mode.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no replay mode " + word));
    }
}
