package org.gongxue.eventlog;

/**
 * A line of inputs that wait about one subject, for those who look after the log.
 *
 * @param first the input that stands in the way
 * @param state how many wait, and what somebody proposed
 */
public record WaitingLine(ParkedInput first, ParkedLine state) {

    static WaitingLine of(Parked first, Heads heads) {
        var state =
                (ParkedLine) heads.head(ParkedLine.STREAM.id(first.subject())).state();
        return new WaitingLine(ParkedInput.of(first), state);
    }
}
