package org.gongxue.eventlog.kit;

/** Sentences that are true of a log. */
interface LogSentences {

    /** The log that they are about. */
    OpenLog log();
}
