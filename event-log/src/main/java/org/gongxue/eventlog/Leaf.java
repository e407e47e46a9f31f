package org.gongxue.eventlog;

/** The hash of one event over every column; the layout is written down in {@code docs/log-format.md}. */
public final class Leaf {
    private Leaf() {}
}
