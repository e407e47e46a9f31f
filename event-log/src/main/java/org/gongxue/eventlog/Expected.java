package org.gongxue.eventlog;

/**
 * What the last batch leads one to expect of the next. Nothing hangs on it but speed.
 *
 * @param repetitions that commands come which were answered before
 * @param furtherStreams that decisions look at streams which their commands did not name
 */
record Expected(boolean repetitions, boolean furtherStreams) {
    static final Expected NOTHING = new Expected(false, false);

    Expected withRepetitions() {
        return new Expected(true, furtherStreams);
    }
}
