package org.gongxue.reward.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a replay process says, one JSON object a line: how far it is, and at last one report or one failure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReplayLine.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = ReplayReport.class, name = "report"),
    @JsonSubTypes.Type(value = ReplayLine.Failed.class, name = "failed")
})
public sealed interface ReplayLine permits ReplayLine.Progress, ReplayReport, ReplayLine.Failed {

    /**
     * How far it is.
     *
     * @param eventsTotal how many it will read; 0 while it does not know
     * @param eventsPerSecond since it began to read
     */
    record Progress(long eventsRead, long eventsTotal, long eventsPerSecond) implements ReplayLine {

        /** Nothing read yet. */
        public static final Progress NONE = new Progress(0, 0, 0);
    }

    /** It could not be carried out, which says nothing about the ledger. */
    record Failed(String reason) implements ReplayLine {}
}
