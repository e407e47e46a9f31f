package org.gongxue.bench;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon Framework 4.13 on JDBC, set up as its reference guide (docs.axoniq.io/axon-framework-reference/4.13) advises:
 *
 * <ul>
 *   <li>"Event Bus &amp; Event Store", JdbcEventStorageEngine: embedded event store, connections of a pool bound to the unit
 *       of work, schema by the engine, with bytea for PostgreSQL;
 *   <li>"Tuning", Relational Database Tuning: the unique indexes on identifier and on aggregate and sequence number, which
 *       that schema has;
 *   <li>"Tuning", Event Snapshots: a snapshot every 500 events, made by a thread of its own;
 *   <li>"Commands", Configuration: a caching repository, so that an aggregate is read from the store once; the cache holds
 *       on to what it has, as a weak one would lose it with every garbage collection;
 *   <li>"Serialization": Jackson instead of XStream;
 *   <li>"Commands", Infrastructure: SimpleCommandBus. The DisruptorCommandBus publishes from one thread, so each commit
 *       would wait for the disk alone.
 * </ul>
 */
final class AxonLog implements Contender {
    private static final int SNAPSHOT_EVERY = 500;

    private final HikariDataSource pool;
    private final ExecutorService snapshots = Executors.newSingleThreadExecutor();
    private final Configuration configuration;
    private final CommandGateway gateway;

    AxonLog(Database database) {
        pool = Pool.open(database);
        configuration = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(_ -> JacksonSerializer.defaultSerializer())
                .configureEmbeddedEventStore(c -> engine(c.serializer()))
                .registerComponent(Snapshotter.class, this::snapshotter)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Learner.class)
                        .configureSnapshotTrigger(
                                c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), SNAPSHOT_EVERY))
                        .configureCache(_ -> keepingCache()))
                .buildConfiguration();
        configuration.start();
        gateway = configuration.commandGateway();
    }

    private EventStorageEngine engine(Serializer json) {
        var engine = JdbcEventStorageEngine.builder()
                .eventSerializer(json)
                .snapshotSerializer(json)
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool)))
                .transactionManager(org.axonframework.common.transaction.NoTransactionManager.instance())
                .build();
        var schema = DefaultUnitOfWork.startAndGet(null);
        schema.execute(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return engine;
    }

    private Snapshotter snapshotter(Configuration c) {
        return AggregateSnapshotter.builder()
                .eventStore(c.eventStore())
                .aggregateFactories(c.aggregateConfiguration(Learner.class).aggregateFactory())
                .executor(task -> snapshots.execute(
                        () -> DefaultUnitOfWork.startAndGet(null).execute(task)))
                .build();
    }

    private static Cache keepingCache() {
        var cache = new WeakReferenceCache();
        var _ = cache.registerCacheEntryListener(new Keeping());
        return cache;
    }

    /** Holds on to what the cache only refers to. */
    private static final class Keeping extends Cache.EntryListenerAdapter {
        private final ConcurrentMap<Object, Object> kept = new ConcurrentHashMap<>();

        @Override
        public void onEntryCreated(Object key, Object value) {
            kept.put(key, value);
        }

        @Override
        public void onEntryUpdated(Object key, Object value) {
            kept.put(key, value);
        }
    }

    @Override
    public void append(String learner) {
        gateway.sendAndWait(new EarnCredit(learner));
    }

    @Override
    public void close() {
        configuration.shutdown();
        snapshots.close();
        pool.close();
    }

    record EarnCredit(@TargetAggregateIdentifier String learner) {}

    /** The aggregate. Axon makes one and fills it from events or from a snapshot's JSON. */
    static final class Learner {
        @AggregateIdentifier
        public @Nullable String learner;

        public Work.Learning learning = Work.Learning.NOTHING;

        Learner() {}

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(EarnCredit command) {
            apply(learning.decide(command.learner()));
        }

        @EventSourcingHandler
        void on(Work.Earned earned) {
            learner = earned.learner();
            learning = learning.evolve(earned);
        }
    }
}
