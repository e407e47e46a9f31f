package org.gongxue.eventlog;

/** Where heads come from: PostgreSQL, or memory. */
interface Heads {

    /** The head of a stream as of the last commit. */
    Head head(StreamId stream);
}
