package org.gongxue.kit.boot;

import io.quarkus.arc.All;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongxue.eventlog.CheckpointConfig;
import org.gongxue.eventlog.Checkpoints;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Inbox;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.LogBusyException;
import org.gongxue.eventlog.LogConfig;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.PublicationRefusedException;
import org.gongxue.eventlog.Publisher;
import org.gongxue.eventlog.Recovery;
import org.gongxue.kit.door.Messages;
import org.gongxue.kit.watch.LogTracing;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The service's log with its publisher and inbox, open from start to shutdown. Starting fails when the topic tells
 * another history than the log (design: a restored backup); while the topic cannot be asked, nothing is appended. With
 * {@code gongxue.log.recover}, the name of a file, the service does nothing but bring its log up to its topic; the file
 * tells what came of it.
 */
@Singleton
public class LogHouse {

    /** Starts before anything that submits commands at start-up. */
    public static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

    private static final Logger LOG = Logger.getLogger(LogHouse.class);

    private final EventLog<Object> log;
    private final Domain<Object> domain;
    private final KafkaConfig kafka;
    private final List<String> sources;
    private final DataSource dataSource;
    private final List<Projection> projections;
    private final List<OutsideTheLog> outsideTheLog;
    private final Optional<String> recover;
    private final LogTracing tracing;
    private final CheckpointConfig checkpoints;
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();

    private record Running(Publisher publisher, Inbox inbox, Checkpoints checkpoints) {}

    LogHouse(
            DataSource dataSource,
            Domain<?> domain,
            @All List<Projection> projections,
            @All List<OutsideTheLog> outsideTheLog,
            LogTracing tracing,
            @ConfigProperty(name = "gongxue.kafka") String bootstrapServers,
            @ConfigProperty(name = "gongxue.kafka.partitions", defaultValue = "4") int partitions,
            @ConfigProperty(name = "gongxue.kafka.replication", defaultValue = "1") short replication,
            @ConfigProperty(name = "gongxue.kafka.client") Optional<Map<String, String>> clientSettings,
            @ConfigProperty(name = "gongxue.log.sources") Optional<List<String>> sources,
            @ConfigProperty(name = "gongxue.log.recover") Optional<String> recover,
            @ConfigProperty(name = "gongxue.log.keys") Path keys,
            @ConfigProperty(name = "gongxue.log.checkpoints") Optional<Path> dailyCheckpoints,
            @ConfigProperty(name = "gongxue.log.checkpoint-every") Duration checkpointEvery) {
        this.dataSource = dataSource;
        this.projections = projections;
        this.outsideTheLog = outsideTheLog;
        this.recover = recover;
        this.domain = untyped(domain);
        this.tracing = tracing;
        this.checkpoints = new CheckpointConfig(keys.toAbsolutePath(), dailyCheckpoints.orElse(null), checkpointEvery);
        this.log = EventLog.open(LogConfig.of(domain.service()), dataSource, this.domain, projections);
        this.kafka = new KafkaConfig(bootstrapServers, partitions, replication, clientSettings.orElse(Map.of()));
        this.sources = sources.orElse(List.of());
        Messages.add(domain.service());
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        if (!tracing.isOff()) {
            log.follow(tracing);
        }
        recover.map(Path::of).ifPresent(this::recover);
        var publisher = publish();
        var signed = sign(publisher);
        running.set(new Running(publisher, Inbox.start(log, kafka, sources), signed));
    }

    /** A log that is not the one published ends the program with one line that says what to do. */
    private Publisher publish() {
        try {
            return Publisher.start(log, kafka);
        } catch (PublicationRefusedException e) {
            LOG.errorf("%s does not start: %s", domain.service(), e.getMessage());
            throw end(1);
        }
    }

    /** The same for a log that is not the one whose checkpoints were published. */
    private Checkpoints sign(Publisher publisher) {
        try {
            return Checkpoints.start(log, kafka, checkpoints);
        } catch (PublicationRefusedException e) {
            LOG.errorf("%s does not start: %s", domain.service(), e.getMessage());
            publisher.close();
            throw end(1);
        }
    }

    private void recover(Path report) {
        Recovery.Report recovered =
                Recovery.run(LogConfig.of(domain.service()), dataSource, domain, projections, kafka);
        RecoveryReport.write(report, recovered, outsideTheLog, dataSource);
        throw end(0);
    }

    /** Ends the program before anything starts that stands on the log: the exit is asked for, the rest is not begun. */
    private PreventFurtherStepsException end(int exitCode) {
        log.close();
        Quarkus.asyncExit(exitCode);
        return new PreventFurtherStepsException(exitCode);
    }

    void stop(@Observes ShutdownEvent event) {
        var parts = running.getAndSet(null);
        if (parts != null) {
            parts.checkpoints().close();
            parts.inbox().close();
            parts.publisher().close();
        }
        log.close();
    }

    /** The log, for commands and heads; commands are of the service's own sealed type. */
    @Produces
    @Singleton
    public EventLog<Object> log() {
        return log;
    }

    /** The service's name. */
    public String service() {
        return domain.service();
    }

    /** The services listened to. */
    public List<String> sources() {
        return sources;
    }

    /** The last index of this service's own log; 0 if it is empty. */
    public long lastIndex() {
        return log.lastIndex();
    }

    /** The last index of a service that this one has seen; empty for a service it does not listen to. */
    public Optional<Long> seen(String service) {
        if (service.equals(domain.service())) {
            return Optional.of(log.lastIndex());
        }
        return sources.contains(service) ? Optional.of(log.nextInput(service) - 1) : Optional.empty();
    }

    /** The last index known to stand on the topic, 0 before the start. */
    public long publishedIndex() {
        var parts = running.get();
        return parts == null ? 0 : parts.publisher().publishedIndex();
    }

    /** Whether this instance is the one that publishes. */
    public boolean isPublisher() {
        var parts = running.get();
        return parts != null && parts.publisher().isHolder();
    }

    /** Why no checkpoint is signed, if so. The service goes on without. */
    public Optional<String> checkpointFailure() {
        var parts = running.get();
        return parts == null ? Optional.empty() : parts.checkpoints().failure().map(Throwable::toString);
    }

    /** Has a checkpoint of what is published signed now, without waiting for its time. */
    public void hastenCheckpoint() {
        var parts = running.get();
        if (parts != null) {
            parts.checkpoints().hasten();
        }
    }

    /** Puts a new key of checkpoints in place of the one in use; who asks for it is answerable for the fact. */
    public Outcome rotateCheckpointKey(String actor) {
        var parts = running.get();
        if (parts == null) {
            throw new LogBusyException("not started", Duration.ofSeconds(1));
        }
        return parts.checkpoints().rotate(actor);
    }

    /** How Kafka is reached. */
    public KafkaConfig kafka() {
        return kafka;
    }

    /** Whether a part (log, publisher, inbox) does not go on. */
    public boolean hasFailed(String part) {
        return failures().containsKey(part);
    }

    /** How many inputs of other services are parked. */
    public long parkedInputs() {
        return log.parkedInputs();
    }

    /** What keeps appending, publishing or receiving from going on, by part; empty when all is well. */
    public Map<String, String> failures() {
        var parts = running.get();
        if (parts == null) {
            return Map.of("log", "not started");
        }
        var failures = new TreeMap<String, String>();
        log.standstill().ifPresent(why -> failures.put("log", why));
        parts.publisher().failure().ifPresent(f -> failures.put("publisher", f.toString()));
        parts.inbox().failure().ifPresent(f -> failures.put("inbox", f.toString()));
        return failures;
    }

    @SuppressWarnings("unchecked") // the door submits what the service's own resources make: its sealed commands
    private static Domain<Object> untyped(Domain<?> domain) {
        return (Domain<Object>) domain;
    }
}
