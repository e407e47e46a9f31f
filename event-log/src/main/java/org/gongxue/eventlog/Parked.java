package org.gongxue.eventlog;

import java.time.Instant;

/**
 * An input that waits.
 *
 * @param input as it was received; its event counts as unread
 * @param subject the line that it waits in
 * @param parkedIndex where this log says that it was parked: what came earlier is decided earlier
 * @param parkedAt when the log recorded that
 * @param why what keeps it
 */
record Parked(Input input, String subject, long parkedIndex, Instant parkedAt, Hindrance why) {

    ParkedLine.Place place() {
        return new ParkedLine.Place(input.source(), input.index());
    }

    Parked keptBy(Hindrance other) {
        return new Parked(input, subject, parkedIndex, parkedAt, other);
    }
}
