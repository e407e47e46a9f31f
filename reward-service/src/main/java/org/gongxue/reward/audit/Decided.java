package org.gongxue.reward.audit;

import org.gongxue.eventlog.Redecision;

/**
 * How much was decided again.
 *
 * @param inputs decisions on inputs, all of them
 * @param commands decisions on commands whose events tell what was asked
 * @param taken what was taken as recorded: refusals, and what was said about parked inputs
 * @param eventsCompared events that were compared to the byte
 * @param inputsRecorded different inputs that the log says it took in, those parked included
 * @param inputsMissing how many of them are not in the topics they are said to come from
 */
public record Decided(
        long inputs, long commands, long taken, long eventsCompared, long inputsRecorded, long inputsMissing) {

    static Decided of(Redecision.Counts counts, RecordedInputs inputs) {
        return new Decided(
                counts.inputs(),
                counts.commands(),
                counts.taken(),
                counts.eventsDecided(),
                inputs.count(),
                inputs.missing());
    }
}
