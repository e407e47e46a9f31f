package org.gongxue.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Takes in the events of other services, each once and in its source's order; one instance at a time holds the lease. */
public final class Inbox implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration RENEWAL = Duration.ofSeconds(2);

    private final EventLog<?> log;
    private final List<InboxSource> sources;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Inbox(EventLog<?> log, KafkaConfig kafka, List<String> sources) {
        this.log = log;
        this.sources = sources.stream()
                .map(source -> new InboxSource(log, kafka, source))
                .toList();
        this.thread =
                Thread.ofPlatform().name("log-inbox-" + log.config().service()).unstarted(this::run);
    }

    /** Starts receiving from the topics of these services. While Kafka is away it keeps trying. */
    public static Inbox start(EventLog<?> log, KafkaConfig kafka, List<String> sources) {
        var inbox = new Inbox(log, kafka, sources);
        inbox.thread.start();
        return inbox;
    }

    private void run() {
        do {
            try {
                Optional<Lease> lease = Lease.tryTake(log.dataSource(), Locks.inbox(log.config()));
                if (lease.isPresent()) {
                    receiveUnder(lease.get());
                }
            } catch (SQLException e) {
                LOG.warnf("the lease of the inbox is lost (%s), trying again", e.getMessage());
            } catch (Throwable e) {
                LOG.warnf(e, "the lease of the inbox is lost, trying again");
            }
        } while (!closes(PAUSE));
    }

    private void receiveUnder(Lease lease) throws SQLException {
        var threads = new ArrayList<Thread>();
        try (lease) {
            for (InboxSource source : sources) {
                threads.add(source.start());
            }
            while (!closes(RENEWAL)) {
                lease.renew();
            }
        } finally {
            sources.forEach(InboxSource::stop);
            threads.forEach(Inbox::join);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean closes(Duration within) {
        try {
            return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** The services listened to. */
    public List<String> sources() {
        return sources.stream().map(InboxSource::name).toList();
    }

    /** The next index expected of a source, as committed. */
    public long nextIndex(String source) {
        return log.nextInput(source);
    }

    /** {@link #nextIndex} of every source. */
    public Map<String, Long> positions() {
        var positions = new TreeMap<String, Long>();
        sources().forEach(source -> positions.put(source, nextIndex(source)));
        return positions;
    }

    /** Why receiving from some source does not go on, if it does not. */
    public Optional<Throwable> failure() {
        return sources.stream()
                .map(InboxSource::failure)
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public void close() {
        closing.countDown();
        join(thread);
    }
}
