package org.gongxue.eventlog;

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
     * Aborts them. For the topic's one publisher, once it has begun: whatever is still open then is nobody's.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka is away
     */
    static void abort(KafkaConfig kafka, String service) {
        List<TopicPartition> partitions = IntStream.range(0, kafka.partitions())
                .mapToObj(p -> new TopicPartition(KafkaConfig.topic(service), p))
                .toList();
        try (Admin admin = Admin.create(Clients.common(kafka))) {
            Topics.await(admin.describeProducers(partitions).all())
                    .forEach((partition, found) -> found.activeProducers().stream()
                            .filter(producer ->
                                    producer.currentTransactionStartOffset().isPresent())
                            .forEach(producer -> abort(admin, partition, producer)));
        }
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
