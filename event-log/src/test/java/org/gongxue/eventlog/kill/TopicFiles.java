package org.gongxue.eventlog.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.gongxue.eventlog.KafkaConfig;

/** The files of a topic of a Kafka that is dead, to be cut. */
record TopicFiles(KafkaProcess kafka, String service) {
    private static final int PARTITIONS = 4;
    private static final String SEGMENT = "00000000000000000000.log";

    /**
     * Some records as they lie in a file.
     *
     * @param end the place of the byte after them
     * @param epoch what the records of one transaction have in common
     * @param firstIndex the first event's index; 0 for the mark of a transaction's end
     */
    private record Batch(int partition, int start, int end, short epoch, long firstIndex, long lastIndex) {
        boolean isEvents() {
            return firstIndex > 0;
        }
    }

    /** Cuts all partitions off at a transaction's end near their middle; the index that the topic goes to then. */
    long cutTail() {
        List<Batch> batches = batches();
        long last = lastIndexOfMiddle(batches);
        for (int p = 0; p < PARTITIONS; p++) {
            cut(p, startOfRest(batches, p, last));
        }
        return last;
    }

    /** Like {@link #cutTail}, but the last transaction's end is cut off as well: its events are there, undecided. */
    long cutTailAndTheMarkBeforeIt() {
        List<Batch> batches = batches();
        long last = lastIndexOfMiddle(batches);
        Batch lastEvents =
                batches.stream().filter(b -> b.lastIndex() == last).findFirst().orElseThrow();
        for (int p = 0; p < PARTITIONS; p++) {
            int partition = p;
            cut(
                    p,
                    batches.stream()
                            .filter(b -> b.partition() == partition && b.isEvents() && b.epoch() == lastEvents.epoch())
                            .mapToInt(Batch::end)
                            .max()
                            .orElse(startOfRest(batches, p, last)));
        }
        return last;
    }

    /** Cuts the second half of every partition off, of a topic that was written without transactions. */
    void halve() {
        for (int p = 0; p < PARTITIONS; p++) {
            List<Batch> batches = batches(p);
            cut(p, batches.get(batches.size() / 2).start());
        }
    }

    /** Cuts the second half of one partition off. */
    void cutPartition(int partition) {
        cut(partition, startOfRest(batches(), partition, lastIndexOfMiddle(batches())));
    }

    /** The last index of a transaction near the middle. */
    private static long lastIndexOfMiddle(List<Batch> batches) {
        long[] ends = batches.stream()
                .filter(Batch::isEvents)
                .collect(Collectors.toMap(Batch::epoch, Batch::lastIndex, Math::max))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return ends[(ends.length - 1) / 2];
    }

    /** Where a partition's events after an index begin; its end if it has none. */
    private static int startOfRest(List<Batch> batches, int partition, long last) {
        int end = batches.stream()
                .filter(b -> b.partition() == partition)
                .mapToInt(Batch::end)
                .max()
                .orElse(0);
        return batches.stream()
                .filter(b -> b.partition() == partition && b.firstIndex() > last)
                .mapToInt(Batch::start)
                .min()
                .orElse(end);
    }

    private List<Batch> batches() {
        return IntStream.range(0, PARTITIONS)
                .boxed()
                .flatMap(p -> batches(p).stream())
                .sorted(Comparator.comparingLong(Batch::lastIndex))
                .toList();
    }

    private List<Batch> batches(int partition) {
        var found = new ArrayList<Batch>();
        try (FileRecords records = FileRecords.open(segment(partition).toFile(), false)) {
            for (var batch : records.batches()) {
                var indexes = new ArrayList<Long>();
                if (!batch.isControlBatch()) {
                    batch.forEach(record -> indexes.add(index(record)));
                }
                found.add(new Batch(
                        partition,
                        batch.position(),
                        batch.position() + batch.sizeInBytes(),
                        batch.producerEpoch(),
                        indexes.isEmpty() ? 0 : indexes.getFirst(),
                        indexes.isEmpty() ? 0 : indexes.getLast()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long index(Record record) {
        Header header = Arrays.stream(record.headers())
                .filter(h -> h.key().equals("ce_entry"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(new String(header.value(), UTF_8).split(" ", 2)[0]);
    }

    private void cut(int partition, int end) {
        try (var file = FileChannel.open(segment(partition), StandardOpenOption.WRITE)) {
            file.truncate(end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path segment(int partition) {
        return kafka.partition(KafkaConfig.topic(service), partition).resolve(SEGMENT);
    }
}
