package org.gongxue.kit.watch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.TopicWatch;
import org.gongxue.kit.boot.LogHouse;
import org.jboss.logging.Logger;

/**
 * Where the log, its publication and its inbox stand, looked at every few seconds, so that whoever asks waits for
 * nothing. What cannot be told is not a number.
 */
@Singleton
public class LogStanding {

    private static final Logger LOG = Logger.getLogger(LogStanding.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final LogHouse house;
    private final EventLog<Object> log;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Look look = Look.NOTHING;
    private volatile Map<String, Double> topicEnds = Map.of();

    /** One look at the database. */
    private record Look(
            double lastIndex,
            double publishedIndex,
            double publisherLagSeconds,
            double parkedInputs,
            Map<String, Double> nextInputs) {

        static final Look NOTHING = new Look(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Map.of());
    }

    LogStanding(LogHouse house, EventLog<Object> log) {
        this.house = house;
        this.log = log;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("log-watch-" + house.service()).start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        closing.countDown();
    }

    private void run() {
        try (var topics = new TopicWatch(house.kafka())) {
            do {
                // The database first: while Kafka is away, asking it takes many seconds.
                look = lookCalmly();
                topicEnds = topicEnds(topics);
            } while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever is amiss is told where it happens; here it only is not known. */
    private Look lookCalmly() {
        try {
            return look();
        } catch (RuntimeException e) {
            LOG.debug("the log's standing cannot be told", e);
            return Look.NOTHING;
        }
    }

    private Map<String, Double> topicEnds(TopicWatch topics) {
        var ends = new HashMap<String, Double>();
        house.sources().forEach(source -> topics.lastIndex(source).ifPresent(end -> ends.put(source, (double) end)));
        return ends;
    }

    private Look look() {
        var next = new HashMap<String, Double>();
        house.sources().forEach(source -> next.put(source, (double) log.nextInput(source)));
        // Published first: an event published meanwhile must not look like one ahead of the log.
        long published = house.publishedIndex();
        long last = log.lastIndex();
        return new Look(last, published, lagSeconds(published, last), log.parkedInputs(), next);
    }

    private double lagSeconds(long published, long last) {
        return published >= last
                ? 0
                : log.recordedAt(published + 1)
                        .map(at ->
                                Math.max(0, Duration.between(at, Instant.now()).toMillis() / 1e3))
                        .orElse(0.0);
    }

    /** The last index of the log. */
    public double lastIndex() {
        return look.lastIndex();
    }

    /** The last index known to stand on the topic; on an instance that does not publish, as of its start. */
    public double publishedIndex() {
        return look.publishedIndex();
    }

    /** How many events wait to be published; not a number on an instance that does not publish. */
    public double publisherLag() {
        var seen = look;
        return house.isPublisher() ? Math.max(0, seen.lastIndex() - seen.publishedIndex()) : Double.NaN;
    }

    /** How long the first of them has waited. */
    public double publisherLagSeconds() {
        return house.isPublisher() ? look.publisherLagSeconds() : Double.NaN;
    }

    /** How many inputs are parked. */
    public double parkedInputs() {
        return look.parkedInputs();
    }

    /** The next index expected of a source. */
    public double nextInput(String source) {
        return look.nextInputs().getOrDefault(source, Double.NaN);
    }

    /**
     * How many events of a source stand on its topic and were not taken in yet; what came while both were looked at may
     * count.
     */
    public double inboxLag(String source) {
        var end = topicEnds.getOrDefault(source, Double.NaN);
        return Math.max(0, end + 1 - nextInput(source));
    }
}
