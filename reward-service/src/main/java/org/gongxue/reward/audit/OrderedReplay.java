package org.gongxue.reward.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.LogCodec;
import org.jspecify.annotations.Nullable;

/**
 * The events of a topic in the order of the log: every partition is read, checked and decoded by a thread of its own,
 * and merged by index in the thread that asks. What waits between them is bounded by {@link Lane#WAITING_MAX} events for
 * each partition.
 */
public final class OrderedReplay {

    /** One partition: checks and decodes in its reader's thread. */
    private record Reader(PartitionCheck check, Lane lane, Function<Envelope, Heard> hearing, RecordedInputs inputs)
            implements PartitionSink {

        @Override
        public boolean take(Envelope envelope, long sequence) {
            if (!check.take(envelope, sequence)) {
                return false;
            }
            var heard = hearing.apply(envelope);
            inputs.note(heard);
            lane.add(heard);
            return true;
        }

        @Override
        public void takeUnreadable(long offset, String why) {
            check.takeUnreadable(offset, why);
        }

        @Override
        public void end() {
            lane.end();
        }
    }

    private final long throughIndex;
    private final List<Reader> readers;
    private final RecordedInputs inputs = new RecordedInputs();

    private OrderedReplay(String service, long throughIndex, int partitions, Function<Envelope, Heard> hearing) {
        if (throughIndex < 0 || throughIndex > ReplayFold.EVENTS_MAX) {
            throw new IllegalArgumentException("cannot replay through index " + throughIndex);
        }
        this.throughIndex = throughIndex;
        var all = new ArrayList<Reader>();
        for (var partition = 0; partition < partitions; partition++) {
            all.add(new Reader(new PartitionCheck(service, partition, throughIndex), new Lane(), hearing, inputs));
        }
        this.readers = List.copyOf(all);
    }

    /**
     * Events that are to be understood.
     *
     * @param throughIndex the last index that belongs to it, at most {@link ReplayFold#EVENTS_MAX}
     */
    public static OrderedReplay understood(String service, long throughIndex, int partitions, EventCodec codec) {
        var understanding = new LogCodec(codec);
        return new OrderedReplay(service, throughIndex, partitions, e -> Heard.of(e, understanding));
    }

    /** Events whose data nobody looks at. */
    public static OrderedReplay unread(String service, long throughIndex, int partitions) {
        return new OrderedReplay(service, throughIndex, partitions, e -> new Heard(e, null, null));
    }

    /** Where the reader of a partition puts what it reads; every partition has to be read at the same time. */
    public PartitionSink partition(int number) {
        return readers.get(number);
    }

    /** Tells every event in order, in the calling thread, until all partitions have ended. */
    void tell(Consumer<Heard> each) throws InterruptedException {
        try {
            for (var lane = lowest(); lane != null; lane = lowest()) {
                var heard = lane.first();
                if (heard != null) {
                    each.accept(heard);
                }
                lane.drop();
            }
        } finally {
            readers.forEach(reader -> reader.lane.stop());
        }
    }

    private @Nullable Lane lowest() throws InterruptedException {
        Lane lowest = null;
        var index = Long.MAX_VALUE;
        for (var reader : readers) {
            var first = reader.lane.first();
            if (first != null && first.envelope().index() < index) {
                index = first.envelope().index();
                lowest = reader.lane;
            }
        }
        return lowest;
    }

    /** What was there and what was wrong with it; asked once every partition was read. */
    Completeness completeness() {
        return Completeness.of(readers.stream().map(Reader::check).toList(), throughIndex);
    }

    /** Every input that the log says it took in. */
    public RecordedInputs inputs() {
        return inputs;
    }
}
