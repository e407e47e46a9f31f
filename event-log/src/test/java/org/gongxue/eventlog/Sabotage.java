package org.gongxue.eventlog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gongxue.eventlog.kit.LogUnderTest;
import org.gongxue.eventlog.kit.PostgresLog;
import org.gongxue.eventlog.toy.ToyCommand;

/** Ways in which a log may be broken. Each names what in the suite tells of it. */
enum Sabotage {
    /** None: the log is whole. */
    NOTHING,

    /** Every fifth commit is taken back, and acknowledged. */
    LOSES_A_COMMIT("everyLeafIsTrueToItsEnvelope", "whatOneInstanceWroteTheNextDecisionOfAnySees") {
        @Override
        DataSource wire(DataSource database) {
            var commits = new AtomicInteger();
            return new TamperedDataSource(database)
                    .beforeCommit(connection -> {
                        if (commits.incrementAndGet() % 5 == 0) {
                            connection.rollback();
                        }
                    })
                    .dataSource();
        }
    },

    /** From the second index on, the first of a commit is left out. */
    SKIPS_AN_INDEX("indexesAndVersionsAreDenseWhateverWasRefusedOrFailed", "aLogOpenedAgainGoesOnWhereItStood") {
        @Override
        List<String> vandalism() {
            return trigger("BEFORE INSERT ON log.event", "IF NEW.index > 1 THEN NEW.index := NEW.index + 1; END IF;");
        }
    },

    /** A byte is not what the leaf says. */
    CHANGES_A_BYTE("everyLeafIsTrueToItsEnvelope", "whereABatchBeginsAndEndsChangesNothing") {
        @Override
        List<String> vandalism() {
            return trigger(
                    "BEFORE INSERT ON log.event",
                    "NEW.data := convert_to(replace(convert_from(NEW.data, 'UTF8'), '\"coins\":1', '\"coins\":2'),"
                            + " 'UTF8');");
        }
    },

    /** A head's row has the version of the newest state and the state before it. */
    KEEPS_A_STALE_HEAD("whatIsAcknowledgedIsDurableAndReadableEverywhere", "aCoinIsNeverSpentTwice") {
        @Override
        List<String> vandalism() {
            return trigger(
                    "BEFORE INSERT OR UPDATE ON log.head",
                    "NEW.state := CASE TG_OP WHEN 'UPDATE' THEN OLD.state ELSE '{\"coins\":0,\"notes\":[]}' END;");
        }
    },

    /** Every decision sees a stream as the first that looked at it saw it. */
    DECIDES_ON_A_STALE_STATE("aCoinIsNeverSpentTwice", "whatOneInstanceWroteTheNextDecisionOfAnySees") {
        @Override
        Domain<ToyCommand> domain(Domain<ToyCommand> domain) {
            return new ForgetfulToy(domain, new ConcurrentHashMap<>());
        }
    },

    /** An outcome is forgotten, and nothing else keeps the same command from being done again. */
    DOES_A_COMMAND_TWICE(
            "theSameCommandIsAnsweredAgainByEveryInstanceAndDoneOnce", "nothingIsLostAndNothingIsDoneTwice") {
        @Override
        List<String> vandalism() {
            var statements = new ArrayList<>(trigger(
                    "AFTER INSERT ON log.command_outcome", "DELETE FROM log.command_outcome WHERE id = NEW.id;"));
            statements.add("ALTER TABLE log.event DROP CONSTRAINT IF EXISTS event_id_key");
            return statements;
        }
    },

    /** What is handed in after a command that fails is told to have failed too. */
    TAKES_A_NEIGHBOR_ALONG("aCommandThatThrowsFailsAlone", "aCommandThatMakesAHeadTooLargeFailsAlone") {
        @Override
        LogUnderTest.Instance instance(LogUnderTest.Instance whole, DataSource database) {
            var last = new AtomicReference<CompletableFuture<Outcome>>(CompletableFuture.completedFuture(null));
            return new MeddledInstance(
                    whole,
                    submission -> {
                        CompletableFuture<Outcome> own = whole.submit(submission);
                        return last.getAndSet(own)
                                .handle((outcome, failure) -> failure)
                                .thenCompose(
                                        failure -> failure == null ? own : CompletableFuture.failedFuture(failure));
                    },
                    whole::accept);
        }
    },

    /** An input that cannot be decided is gone. */
    SWALLOWS_POISON("aPoisonInputIsParkedWithThoseBehindItAndStopsNobodyElse") {
        @Override
        List<String> vandalism() {
            return trigger("AFTER INSERT ON log.parked_input", "DELETE FROM log.parked_input WHERE id = NEW.id;");
        }
    },

    /** Whatever input comes is taken as the next. */
    TAKES_INPUTS_AS_THEY_COME("anInputAheadOfItsTurnIsNotTaken", "anInputHandedInAgainToAnyInstanceIsTakenOnce") {
        @Override
        LogUnderTest.Instance instance(LogUnderTest.Instance whole, DataSource database) {
            return new MeddledInstance(whole, whole::submit, input -> {
                ToyLog.sql(
                        database,
                        "INSERT INTO log.inbox (source, next) VALUES ('" + input.source() + "', " + input.index()
                                + ") ON CONFLICT (source) DO UPDATE SET next = excluded.next");
                return whole.accept(input);
            });
        }
    },

    /** A read model misses what makes a round number. */
    FORGETS_IN_A_READ_MODEL("readModelsAreTheFoldOfTheEvents", "nothingIsLostAndNothingIsDoneTwice") {
        @Override
        List<String> vandalism() {
            return trigger("BEFORE UPDATE ON balance", "IF NEW.coins % 5 = 0 THEN NEW.coins := OLD.coins; END IF;");
        }
    };

    private static final ScopedValue<Sabotage> IN_FORCE = ScopedValue.newInstance();

    @SuppressWarnings("ImmutableEnumChecker") // it is what Set.of makes
    private final Set<String> tellTales;

    Sabotage(String... tellTales) {
        this.tellTales = Set.of(tellTales);
    }

    /** The one that whoever calls has put in force; nothing if nobody did. */
    static Sabotage inForce() {
        return IN_FORCE.orElse(NOTHING);
    }

    /** An empty database that only logs broken in this way have used. */
    DataSource database() {
        DataSource database = Databases.KEPT.computeIfAbsent(this, fresh -> PostgresLog.freshDatabase());
        PostgresLog.empty(database);
        return database;
    }

    private static final class Databases {
        static final Map<Sabotage, DataSource> KEPT = new EnumMap<>(Sabotage.class);
    }

    /** Runs something with this one in force. */
    <T> T during(Supplier<T> run) {
        return ScopedValue.where(IN_FORCE, this).call(run::get);
    }

    /** The sentences of the suite that must fail. */
    Set<String> tellTales() {
        return tellTales;
    }

    /** What is done to the database, again and again, once the log's tables are there. */
    List<String> vandalism() {
        return List.of();
    }

    /** The database as the log reaches it. */
    DataSource wire(DataSource database) {
        return database;
    }

    /** What decides. */
    Domain<ToyCommand> domain(Domain<ToyCommand> domain) {
        return domain;
    }

    /** The log as its callers reach it. */
    LogUnderTest.Instance instance(LogUnderTest.Instance whole, DataSource database) {
        return whole;
    }

    private static List<String> trigger(String when, String what) {
        return List.of(
                "CREATE OR REPLACE FUNCTION sabotage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + what
                        + " RETURN NEW; END $$",
                "CREATE OR REPLACE TRIGGER sabotage " + when + " FOR EACH ROW EXECUTE FUNCTION sabotage()");
    }
}
