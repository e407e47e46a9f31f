package org.gongxue.bench;

/** One way of doing the {@link Work}, open on a database. Used by many threads at once. */
interface Contender extends AutoCloseable {

    /** Does one command; returns when it is durable. */
    void append(String learner) throws Exception;

    @Override
    void close();
}
