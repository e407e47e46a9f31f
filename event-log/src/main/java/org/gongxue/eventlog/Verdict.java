package org.gongxue.eventlog;

/** What came of deciding one request. */
sealed interface Verdict {

    /** It has an outcome. */
    record Settled(Outcome outcome) implements Verdict {}

    /** A bug kept it from being decided; it leaves nothing behind. */
    record Failed(Throwable bug) implements Verdict {}
}
