package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Brings a log that was restored from a backup up to its topic. Each event goes back as it was published, byte for byte
 * (invariants 2 and 8), with everything that its commit had written: heads, read models, how far the inbox was and what it
 * had parked, and the outcome of its command. A recovery that is interrupted goes on where it was.
 *
 * <p>What an event does not tell stays unknown: the digest of a command's request and the answer its caller got.
 */
public class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class);
    private static final int CHUNK_EVENTS = 2000;
    private static final long CHUNK_BYTES = 4L * 1024 * 1024;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LogConfig config;
    private final DataSource dataSource;
    private final Rules<?> rules;
    private final List<Projection> projections;
    private final KafkaConfig kafka;

    /**
     * What a recovery brought back.
     *
     * @param service whose log it is
     * @param restoredIndex the last index of the log as it was restored
     * @param lastIndex its last index now; the same if the topic had no more
     * @param outcomes how many commands have their outcome again
     * @param inbox the next index of each source whose inputs are among the events
     */
    public record Report(String service, long restoredIndex, long lastIndex, long outcomes, Map<String, Long> inbox) {}

    Recovery(LogConfig config, DataSource dataSource, Rules<?> rules, List<Projection> projections, KafkaConfig kafka) {
        this.config = config;
        this.dataSource = dataSource;
        this.rules = rules;
        this.projections = projections;
        this.kafka = kafka;
    }

    /**
     * Recovers the log of a service, whose tables may even be empty. No instance of it may be running.
     *
     * @throws IllegalStateException if an instance is running, if the topic tells another history than the log, or if
     *     database or topic cannot be read
     */
    public static <C> Report run(
            LogConfig config,
            DataSource dataSource,
            Domain<C> domain,
            List<Projection> projections,
            KafkaConfig kafka) {
        return new Recovery(config, dataSource, Rules.of(domain, config), List.copyOf(projections), kafka).run();
    }

    final Report run() {
        try {
            Schema.create(dataSource, config);
            new Projections(dataSource, rules, projections).refresh();
            Topics.ensure(kafka, config.service());
            try (Lease publishing = take(Locks.publisher(config));
                    Lease receiving = take(Locks.inbox(config))) {
                return run(List.of(publishing, receiving));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the log of " + config.service() + " cannot be recovered", e);
        }
    }

    private Lease take(long lock) throws SQLException {
        return Lease.tryTake(dataSource, lock)
                .orElseThrow(() -> new IllegalStateException(
                        config.service() + " is running; its log can be recovered once it has stopped"));
    }

    private Report run(List<Lease> leases) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            TopicEnd end = TopicEnd.read(kafka, config.service());
            long restored = Position.read(c).lastIndex();
            var progress = new Progress(c, restored, end.lastIndex());
            if (end.lastIndex() <= restored) {
                TopicComparison.checkHistory(c, config.service(), end);
                return progress.report();
            }
            c.setAutoCommit(false);
            try {
                read(progress, leases);
            } finally {
                c.rollback();
            }
            return progress.report();
        }
    }

    private void read(Progress progress, List<Lease> leases) throws SQLException {
        try (var reader = TopicReader.open(kafka, config.service(), Math.max(1, progress.restored))) {
            long patientUntil = System.nanoTime() + PATIENCE.toNanos();
            while (reader.nextIndex() <= progress.end) {
                for (Lease lease : leases) {
                    lease.renew();
                }
                List<TopicRecord> records = reader.poll(POLL);
                for (TopicRecord found : records) {
                    progress.take(found.envelope());
                }
                if (!records.isEmpty()) {
                    patientUntil = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > patientUntil) {
                    throw new TimeoutException(KafkaConfig.topic(config.service()) + " cannot be read");
                }
            }
        }
        progress.write();
    }

    /**
     * The last event of the restored log stands in the topic too, so what follows it there follows it here.
     *
     * @throws PublicationRefusedException if another event stands there
     */
    void compare(Envelope ours, Envelope published) {
        if (!Arrays.equals(ours.leaf(), published.leaf())) {
            throw PublicationRefusedException.otherHistory(config.service(), published.index());
        }
    }

    /** Moves the inbox behind the inputs that these events came from; what came in between concerned nobody here. */
    void moveInbox(Connection c, Map<String, Long> next) throws SQLException {
        Map<String, Long> known = InboxRows.next(c, next.keySet());
        for (var source : next.entrySet()) {
            long before = known.getOrDefault(source.getKey(), 1L);
            if (source.getValue() > before) {
                InboxRows.advance(c, source.getKey(), before, source.getValue());
            }
        }
    }

    /** Parks the inputs that waited, and lets those go that no longer did. */
    void park(Connection c, List<Recorded> events) throws SQLException {
        var parked = new ParkedAgain(c, kafka);
        for (Recorded event : events) {
            parked.after(event);
        }
    }

    /** The outcomes of the commands that these events came from. */
    List<OutcomeRows.Stored> outcomes(List<Recorded> events) {
        var byCause = events.stream()
                .collect(Collectors.groupingBy(Recorded::cause, LinkedHashMap::new, Collectors.toList()));
        var outcomes = new ArrayList<OutcomeRows.Stored>();
        byCause.forEach((cause, effects) -> Cause.command(cause)
                .ifPresent(key -> outcomes.add(new OutcomeRows.Stored(key, null, outcome(effects)))));
        return outcomes;
    }

    private static Outcome outcome(List<Recorded> effects) {
        long first = effects.getFirst().index();
        long last = effects.getLast().index();
        return effects.getFirst().event() instanceof CommandRefused refused
                ? new Outcome(false, refused.refusal(), first, last, null, false)
                : new Outcome(true, null, first, last, null, false);
    }

    /** Takes events one by one and writes them some thousand at a time, those of one commit together. */
    private final class Progress {
        private final Connection connection;
        private final long restored;
        private final long end;
        private final List<Envelope> waiting = new ArrayList<>();
        private final Map<String, Long> inbox = new TreeMap<>();
        private long waitingBytes;
        private long lastIndex;
        private long outcomeCount;

        Progress(Connection connection, long restored, long end) {
            this.connection = connection;
            this.restored = restored;
            this.end = end;
            this.lastIndex = restored;
        }

        void take(Envelope event) throws SQLException {
            if (event.index() == restored) {
                compare(
                        EventRows.after(connection, config.service(), restored - 1, 1, Long.MAX_VALUE)
                                .getFirst(),
                        event);
                return;
            }
            boolean isFull = waiting.size() >= CHUNK_EVENTS || waitingBytes >= CHUNK_BYTES;
            // Events of one commit were recorded at one time, and a commit is not to be torn.
            if (isFull && !waiting.getLast().recordedAt().equals(event.recordedAt())) {
                write();
            }
            waiting.add(event);
            waitingBytes += event.data().length;
        }

        void write() throws SQLException {
            Locks.lock(connection, Locks.appender(config));
            if (Position.read(connection).lastIndex() != lastIndex) {
                throw new IllegalStateException("invariant 3: somebody else writes to the log of " + config.service());
            }
            List<Recorded> events = waiting.stream().map(rules::recorded).toList();
            List<OutcomeRows.Stored> outcomes = outcomes(events);
            new Effects(events, heads(events), outcomes).write(connection, rules, lastIndex);
            Map<String, Long> next = nextInputs(events);
            moveInbox(connection, next);
            park(connection, events);
            for (Projection projection : projections) {
                projection.apply(connection, events);
            }
            connection.commit();
            inbox.putAll(next);
            outcomeCount += outcomes.size();
            lastIndex += events.size();
            waiting.clear();
            waitingBytes = 0;
            LOG.infof("%s is recovered up to %d of %d", config.service(), lastIndex, end);
        }

        private Map<StreamId, Head> heads(List<Recorded> events) throws SQLException {
            var stored = new StoredHeads(connection, rules, new HeadCache(config.headCacheMax()));
            stored.fetch(events.stream().map(Recorded::stream).toList());
            var heads = new HashMap<StreamId, Head>();
            for (Recorded event : events) {
                Head before =
                        heads.containsKey(event.stream()) ? heads.get(event.stream()) : stored.head(event.stream());
                if (event.version() != before.version() + 1) {
                    throw new TopicDamagedException("invariant 2: index " + event.index() + " is version "
                            + event.version() + " of " + event.stream() + " and follows " + before.version());
                }
                Object state = rules.types().evolve(event.stream(), before.state(), event.event());
                heads.put(event.stream(), new Head(event.version(), state, LogJson.writeState(state)));
            }
            return heads;
        }

        private Map<String, Long> nextInputs(List<Recorded> events) {
            var next = new TreeMap<String, Long>();
            for (Recorded event : events) {
                Cause.input(event.cause()).ifPresent(input -> next.merge(input.source(), input.index() + 1, Math::max));
                if (event.event() instanceof ParkingEvent.InputParked parked) {
                    next.merge(parked.source(), parked.index() + 1, Math::max);
                }
            }
            return next;
        }

        Report report() {
            return new Report(config.service(), restored, lastIndex, outcomeCount, Map.copyOf(inbox));
        }
    }
}
