package org.gongxue.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * An event as read from a topic.
 *
 * @param envelope the whole envelope; its leaf has been computed again and found equal, unless the
 *     record was {@linkplain CloudEvents#readUnverified read unverified}
 * @param partition where it was found
 * @param offset where it was found there
 * @param partitionSequence its place among the events of its partition, dense from 1
 * @param traceparent the traced work that it was published by, if it was; the leaf says nothing of it
 */
public record TopicRecord(
        Envelope envelope,
        int partition,
        long offset,
        long partitionSequence,
        @Nullable String traceparent) {}
