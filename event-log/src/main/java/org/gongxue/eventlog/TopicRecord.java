package org.gongxue.eventlog;

/**
 * An event as read from a topic.
 *
 * @param envelope the whole envelope; its leaf has been computed again and found equal, unless the
 *     record was {@linkplain CloudEvents#readUnverified read unverified}
 * @param partition where it was found
 * @param offset where it was found there
 * @param partitionSequence its place among the events of its partition, dense from 1
 */
public record TopicRecord(Envelope envelope, int partition, long offset, long partitionSequence) {}
