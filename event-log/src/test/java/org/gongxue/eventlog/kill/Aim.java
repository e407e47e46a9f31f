package org.gongxue.eventlog.kill;

import java.time.Duration;
import java.util.function.Predicate;

/** When a kill comes. */
enum Aim {
    /** Whenever. */
    BLIND,
    /** As soon as a COMMIT is sent. */
    COMMIT,
    /** As soon as a record is sent to Kafka. */
    SEND;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Waits for the moment: whatever happens next happens within microseconds of it. */
    void await(Marks marks, Duration blind) {
        switch (this) {
            case BLIND -> spin(marks, moment -> false, blind);
            case COMMIT -> {
                spin(marks, moment -> !moment.isInCommit(), PATIENCE);
                spin(marks, Marks.Moment::isInCommit, PATIENCE);
            }
            case SEND -> {
                spin(marks, moment -> !moment.isBetweenSendAndAck(), PATIENCE);
                spin(marks, Marks.Moment::isBetweenSendAndAck, PATIENCE);
            }
        }
    }

    private static void spin(Marks marks, Predicate<Marks.Moment> until, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!until.test(marks.now()) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }
}
