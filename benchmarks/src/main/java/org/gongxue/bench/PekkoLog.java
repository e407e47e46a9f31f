package org.gongxue.bench;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.persistence.jdbc.testkit.javadsl.SchemaUtils;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;

/**
 * Pekko Persistence JDBC 1.1.1: one event-sourced actor per learner, in one actor system without a cluster, set up as
 * documented:
 *
 * <ul>
 *   <li>"Pekko Persistence JDBC", Configuration (pekko.apache.org/docs/pekko-persistence-jdbc/current/configuration.html):
 *       {@code pekko.conf} among the resources, from its PostgreSQL example; pool, batch and buffer sizes as in the
 *       reference configuration; schema by SchemaUtils;
 *   <li>"Event Sourcing" and "Snapshotting" (pekko.apache.org/docs/pekko/current/typed/persistence.html): a snapshot every
 *       100 events, the last two kept;
 *   <li>"Serialization with Jackson": JSON.
 * </ul>
 *
 * An actor keeps its state in memory and reads its events once; the journal writes what many actors persist together.
 */
final class PekkoLog implements Contender {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SNAPSHOT_EVERY = 100;
    private static final int SNAPSHOTS_KEPT = 2;

    private final ActorSystem<SpawnProtocol.Command> system;
    private final ConcurrentMap<String, CompletionStage<ActorRef<Earn>>> learners = new ConcurrentHashMap<>();

    PekkoLog(Database database) {
        var config = ConfigFactory.parseResources("pekko.conf")
                .withValue(
                        "slick.db.url", ConfigValueFactory.fromAnyRef(database.url() + "?reWriteBatchedInserts=true"))
                .withValue("slick.db.user", ConfigValueFactory.fromAnyRef(Database.USER));
        system = ActorSystem.create(SpawnProtocol.create(), "bench", ConfigFactory.load(config));
        join(SchemaUtils.createIfNotExists(system));
    }

    @Override
    public void append(String learner) {
        join(learners.computeIfAbsent(learner, this::spawn)
                .thenCompose(actor -> AskPattern.<Earn, Done>ask(actor, Earn::new, PATIENCE, system.scheduler())));
    }

    private CompletionStage<ActorRef<Earn>> spawn(String learner) {
        return AskPattern.ask(
                system,
                replyTo -> new SpawnProtocol.Spawn<>(new Learner(learner), learner, Props.empty(), replyTo),
                PATIENCE,
                system.scheduler());
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        system.terminate();
        join(system.getWhenTerminated());
    }

    record Earn(ActorRef<Done> replyTo) {}

    private static final class Learner extends EventSourcedBehavior<Earn, Work.Earned, Work.Learning> {
        private final String learner;

        Learner(String learner) {
            super(PersistenceId.ofUniqueId(learner));
            this.learner = learner;
        }

        @Override
        public Work.Learning emptyState() {
            return Work.Learning.NOTHING;
        }

        @Override
        public CommandHandler<Earn, Work.Earned, Work.Learning> commandHandler() {
            return newCommandHandlerBuilder()
                    .forAnyState()
                    .onCommand(
                            Earn.class,
                            (state, command) -> Effect()
                                    .persist(state.decide(learner))
                                    .thenReply(command.replyTo(), _ -> Done.getInstance()))
                    .build();
        }

        @Override
        public EventHandler<Work.Learning, Work.Earned> eventHandler() {
            return Work.Learning::evolve;
        }

        @Override
        public RetentionCriteria retentionCriteria() {
            return RetentionCriteria.snapshotEvery(SNAPSHOT_EVERY, SNAPSHOTS_KEPT);
        }
    }
}
