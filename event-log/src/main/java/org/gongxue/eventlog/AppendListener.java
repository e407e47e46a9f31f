package org.gongxue.eventlog;

/** Is told what each batch took. The appending thread waits for it, so it only counts. */
@FunctionalInterface
public interface AppendListener {

    /**
     * A batch was answered.
     *
     * @param requests how many commands and inputs it held
     * @param queuedNanos how long the one that came first had waited in line
     * @param lockNanos how long the appender waited for its turn among the instances, and for a connection
     * @param appendNanos how long it took from then to the answers: read, decide, write, commit, and again if need be
     */
    void appended(int requests, long queuedNanos, long lockNanos, long appendNanos);
}
