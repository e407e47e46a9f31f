package org.gongxue.eventlog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Transactions that a partition has begun and nobody will ever end: it lost its tail, and with it the mark of their end,
 * while Kafka as a whole remembers them as ended. Their events cannot be seen, so they are published again; but the end
 * of the next transaction would end these as well, and every one of those events would be there twice.
 */
final class HangingTransactions {
    private static final Logger LOG = Logger.getLogger(HangingTransactions.class);

    private HangingTransactions() {}

    /**
     * Aborts them. For the topic's one publisher, before its first transaction: whatever is open then is nobody's, unless
     * the publisher was put to sleep meanwhile and what is open is its successor's.
     *
     * @throws SQLException if the lease is lost
     * @throws org.apache.kafka.common.KafkaException if Kafka is away
     */
    static void abort(Lease lease, KafkaConfig kafka, String service) throws SQLException {
        List<TopicPartition> partitions = IntStream.range(0, kafka.partitions())
                .mapToObj(p -> new TopicPartition(KafkaConfig.topic(service), p))
                .toList();
        try (Admin admin = Admin.create(Clients.common(kafka))) {
            List<Open> open = new ArrayList<>();
            Topics.await(admin.describeProducers(partitions).all())
                    .forEach((partition, found) -> found.activeProducers().stream()
                            .filter(producer ->
                                    producer.currentTransactionStartOffset().isPresent())
                            .forEach(producer -> open.add(new Open(partition, producer))));
            for (Open hanging : open) {
                if (!isGoingOn(admin, service, hanging)) {
                    lease.renew();
                    abort(admin, hanging.partition(), hanging.producer());
                }
            }
        }
    }

    private record Open(TopicPartition partition, ProducerState producer) {}

    /** Whether Kafka as a whole knows that somebody is at it. */
    private static boolean isGoingOn(Admin admin, String service, Open open) {
        var known = Topics.await(admin.describeTransactions(List.of(Clients.publisherId(service)))
                        .all())
                .values();
        return known.stream()
                .anyMatch(transaction ->
                        transaction.producerId() == open.producer().producerId()
                                && transaction.topicPartitions().contains(open.partition()));
    }

    private static void abort(Admin admin, TopicPartition partition, ProducerState producer) {
        LOG.warnf(
                "%s lost the end of a transaction that begins at offset %d: it is aborted, and published again",
                partition, producer.currentTransactionStartOffset().getAsLong());
        var spec = new AbortTransactionSpec(
                partition,
                producer.producerId(),
                (short) producer.producerEpoch(),
                producer.coordinatorEpoch().orElse(0));
        Topics.await(admin.abortTransaction(spec).all());
    }
}
