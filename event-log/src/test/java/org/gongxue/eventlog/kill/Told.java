package org.gongxue.eventlog.kill;

import org.gongxue.eventlog.Outcome;

/** What a caller was told of its deed: its outcome, in the words of one line. */
record Told(boolean accepted, long firstIndex, long lastIndex, boolean repeated) {

    static Told of(Outcome outcome) {
        return new Told(outcome.accepted(), outcome.firstIndex(), outcome.lastIndex(), outcome.repeated());
    }

    static Told parse(String[] words, int from) {
        return new Told(
                Boolean.parseBoolean(words[from]),
                Long.parseLong(words[from + 1]),
                Long.parseLong(words[from + 2]),
                Boolean.parseBoolean(words[from + 3]));
    }

    String words() {
        return accepted + " " + firstIndex + " " + lastIndex + " " + repeated;
    }

    boolean tellsTheSameAs(Told other) {
        return accepted == other.accepted && firstIndex == other.firstIndex && lastIndex == other.lastIndex;
    }
}
