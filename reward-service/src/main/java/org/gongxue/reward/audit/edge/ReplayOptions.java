package org.gongxue.reward.audit.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import org.gongxue.reward.audit.HeldCheckpoint;
import org.gongxue.reward.audit.ReplayJson;
import org.gongxue.reward.audit.WhatIf;
import org.gongxue.reward.policy.PolicyReader;
import org.jspecify.annotations.Nullable;

/**
 * What a replay may be told beside its mode and date.
 *
 * @param asKnownOn funds and sums as they were recorded by the end of this day in Shanghai
 * @param whatIf the policy to try; null in other modes
 * @param checkpoint the checkpoint to hold the log against; null for none
 * @param eventsPerSecondMax reads no faster; null for as fast as it can
 */
record ReplayOptions(
        @Nullable LocalDate asKnownOn,
        @Nullable Trial whatIf,
        @Nullable Kept checkpoint,
        @Nullable Integer eventsPerSecondMax) {

    /**
     * A policy to try.
     *
     * @param document its canonical JSON
     * @param insteadOf the id of the policy whose entitlements it is tried on
     * @param group only entitlements that were assessed in this group; null for all
     */
    record Trial(
            String document, String insteadOf, @Nullable String group) {

        WhatIf.Question question() {
            return new WhatIf.Question(PolicyReader.read(document), insteadOf, group);
        }
    }

    /**
     * A checkpoint that was kept outside.
     *
     * @param note the signed note
     * @param verifierKey the key that its keeper trusts, as {@code <name>+<hash>+<key>}
     */
    record Kept(String note, String verifierKey) {

        HeldCheckpoint held() {
            return HeldCheckpoint.of(note, verifierKey);
        }
    }

    /** Nothing besides. */
    static final ReplayOptions NONE = new ReplayOptions(null, null, null, null);

    /** As JSON; the same options give the same text. */
    String write() {
        try {
            return ReplayJson.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options are plain records", e);
        }
    }

    /**
     * What was written.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static ReplayOptions read(String json) {
        try {
            return ReplayJson.MAPPER.readValue(json, ReplayOptions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the options of a replay", e);
        }
    }
}
