package org.gongxue.eventlog.kill;

/** What is killed in a round. */
enum Victim {
    SERVICES,
    POSTGRES,
    KAFKA,
    /** All three at once, as if the plug were pulled. */
    ALL;

    boolean takesServices() {
        return this == SERVICES || this == ALL;
    }

    boolean takesPostgres() {
        return this == POSTGRES || this == ALL;
    }

    boolean takesKafka() {
        return this == KAFKA || this == ALL;
    }
}
