package org.gongxue.reward.waitlist.edge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Inbox;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.LogConfig;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Publisher;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.testing.DomainLike;
import org.gongxue.eventlog.testing.TestPostgres;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardDomain;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One instance of the reward service, as one process of it would be: the log with the real domain and read models, its
 * publisher, its inbox and its watch. Several may stand on one database.
 */
final class RewardInstance implements AutoCloseable {

    /** The domain under another name, so that its topic is its own. */
    private record Named(String service, Domain<RewardCommand> like) implements DomainLike<RewardCommand> {}

    /** Connections that bear the instance's name, until it is killed. */
    private static final class Mortal extends PGSimpleDataSource {
        private static final long serialVersionUID = 1;
        private volatile boolean dead;

        @Override
        public Connection getConnection() throws SQLException {
            if (dead) {
                throw new SQLException("this instance is dead", "08001");
            }
            return super.getConnection();
        }
    }

    private final String name;
    private final TestPostgres.Database database;
    private final Mortal dataSource = new Mortal();
    private final EventLog<Object> log;
    private final Publisher publisher;
    private final Inbox inbox;
    private final WaitlistWatch watch;

    RewardInstance(
            String name,
            String service,
            TestPostgres.Database database,
            List<Projection> projections,
            KafkaConfig kafka,
            List<String> sources) {
        this.name = name;
        this.database = database;
        dataSource.setUrl(database.url());
        dataSource.setUser(TestPostgres.USER);
        dataSource.setApplicationName(name);
        log = EventLog.open(LogConfig.of(service), dataSource, domain(service), projections);
        publisher = Publisher.start(log, kafka);
        inbox = Inbox.start(log, kafka, sources);
        watch = new WaitlistWatch(log, dataSource);
        watch.start(new StartupEvent());
    }

    @SuppressWarnings("unchecked") // only the reward service's own commands are submitted
    private static Domain<Object> domain(String service) {
        return (Domain<Object>) (Domain<?>) new Named(service, new RewardDomain(new CatalogCodec()));
    }

    EventLog<Object> log() {
        return log;
    }

    long publishedIndex() {
        return publisher.publishedIndex();
    }

    /** Hands in a person's command. */
    CompletableFuture<Outcome> submit(String subject, RewardCommand command) {
        var actor = "user:" + subject;
        var hash = command.toString().getBytes(StandardCharsets.UTF_8);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return log.submit(new Submission<>(actor, UUID.randomUUID(), hash, actor, null, now, command));
    }

    /** Hands in a person's command, which is accepted, and gives its answer. */
    <A> A done(String subject, RewardCommand command, Class<A> answer) {
        var outcome = submit(subject, command).join();
        if (!outcome.accepted()) {
            throw new AssertionError(command + " was refused: " + outcome.refusal());
        }
        return outcome.answerAs(answer);
    }

    /** As the end of its process would: every connection is cut, and none comes again. */
    void kill() throws SQLException {
        dataSource.dead = true;
        try (var connection = database.dataSource().getConnection();
                var cut = connection.prepareStatement(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?")) {
            cut.setString(1, name);
            cut.execute();
        }
    }

    @Override
    public void close() {
        watch.stop(new ShutdownEvent());
        inbox.close();
        publisher.close();
        log.close();
    }
}
