package org.gongxue.eventlog.kill;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Marks every record that a producer sends, and every one it hears of. Consumers get the same settings and do nothing. */
public final class MarkedClient implements ProducerInterceptor<byte[], byte[]>, ConsumerInterceptor<byte[], byte[]> {
    private static final String MARKS = "gongxue.test.marks";

    private @Nullable Marks marks;

    /** The settings that make a client mark. */
    static Map<String, String> settings(Path marks) {
        return Map.of("interceptor.classes", MarkedClient.class.getName(), MARKS, marks.toString());
    }

    @Override
    public void configure(Map<String, ?> settings) {
        marks = Marks.open(Path.of(String.valueOf(settings.get(MARKS))));
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        marks.sent();
        return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {
        marks.answered();
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
