package org.gongxue.eventlog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.gongxue.eventlog.kit.LogUnderTest;
import org.gongxue.eventlog.kit.PostgresLog;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.jspecify.annotations.Nullable;

/** One campaign: some instances on one database, what is handed to them, and what they answer. */
final class CampaignRun implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final int ATTEMPTS_MAX = 20;

    private final Sabotage sabotage = Sabotage.inForce();
    private final DataSource database;
    private final LogConfig config;
    private final List<Running> running = new ArrayList<>();
    private final List<Running> ended = new ArrayList<>();
    private final List<Handed> handed = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();

    /** An instance and its way to the database. */
    private record Running(int place, FrailWire wire, LogUnderTest.Instance log) {}

    /** A command or an input, exactly one, and what became of it. */
    static final class Handed {
        final @Nullable Submission<ToyCommand> command;
        final @Nullable Input input;
        private Running to;
        private CompletableFuture<Outcome> answer;
        private @Nullable Outcome told;
        private @Nullable CommandFailedException failure;

        private Handed(@Nullable Submission<ToyCommand> command, @Nullable Input input) {
            this.command = command;
            this.input = input;
        }

        private void handTo(Running instance) {
            to = instance;
            answer = command == null
                    ? instance.log().accept(input)
                    : instance.log().submit(command);
        }

        /** What the caller was told; null if it failed. */
        @Nullable
        Outcome told() {
            return told;
        }

        /** Why it failed. */
        @Nullable
        CommandFailedException failure() {
            return failure;
        }

        @Override
        public String toString() {
            return command == null ? "input " + input.index() : command.commandId() + " " + command.command();
        }
    }

    CampaignRun(DataSource database, int instances, int batchMax) {
        this.database = database;
        this.config = LogConfig.of("toy").withBatchMax(batchMax);
        whole().open().close();
        ToyLog.sql(database, sabotage.vandalism().toArray(String[]::new));
        for (int i = 0; i < instances; i++) {
            running.add(open(i));
        }
    }

    /** The log as it is, for those who look at it. */
    PostgresLog whole() {
        return new PostgresLog(database, database, new Toy("toy"), config);
    }

    private Running open(int place) {
        var wire = new FrailWire(sabotage.wire(database));
        var log = new PostgresLog(database, wire.dataSource(), sabotage.domain(new Toy("toy")), config);
        return new Running(place, wire, sabotage.instance(log.open(), database));
    }

    void play(List<Deed> deeds) {
        int from = 0;
        for (int to = 0; to <= deeds.size(); to++) {
            if (to == deeds.size() || deeds.get(to) instanceof Deed.Pause) {
                playTogether(deeds.subList(from, to));
                from = to + 1;
            }
        }
        running.forEach(one -> one.wire().holdFast());
    }

    private void playTogether(List<Deed> deeds) {
        int before = handed.size();
        whole().together(() -> deeds.forEach(this::play));
        for (Handed one : handed.subList(before, handed.size())) {
            settle(one);
        }
    }

    private void play(Deed deed) {
        switch (deed) {
            case Deed.Asks(int id, ToyCommand command, int instance) ->
                hand(new Handed(ToyLog.submission("id-" + id, command), null), instance);
            case Deed.Mints(String account, long coins, int instance) -> {
                inputs.add(ToyLog.minted(inputs.size() + 1, account, coins));
                hand(new Handed(null, inputs.getLast()), instance);
            }
            case Deed.Breaks(int instance, FrailWire.Tear tear) ->
                at(instance).wire().expect(tear);
            case Deed.Pause() -> throw new IllegalArgumentException("a pause is between");
        }
    }

    private void hand(Handed one, int instance) {
        handed.add(one);
        one.handTo(at(instance));
    }

    private Running at(int instance) {
        return running.get(instance % running.size());
    }

    /** As a caller does: whoever is told to come again, or hears nothing more, comes again with the same id. */
    private void settle(Handed one) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            try {
                CompletableFuture.anyOf(one.answer, one.to.wire().death()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                replaceIfDead(one.to);
                one.told = one.answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof CommandFailedException failure) {
                    one.failure = failure;
                    return;
                }
                comeAgain(one, e.getCause());
            } catch (InterruptedException | TimeoutException e) {
                throw new IllegalStateException(one + " is not answered", e);
            }
        }
        throw new IllegalStateException(one + " is not settled");
    }

    /** An input whose turn has not come is handed in again, as the inbox would; it is settled after those before it. */
    private void comeAgain(Handed one, Throwable reason) {
        boolean early = one.input != null && reason instanceof IllegalStateException;
        if (!early && !(reason instanceof LogBusyException)) {
            throw new IllegalStateException(one + " failed as nothing may", reason);
        }
        replaceIfDead(one.to);
        one.handTo(at(one.to.place()));
    }

    /** What a dead instance has not answered it answers now, if only by saying that it is closed. */
    private void replaceIfDead(Running instance) {
        if (instance.wire().death().isDone() && running.get(instance.place()).equals(instance)) {
            instance.log().close();
            ended.add(instance);
            running.set(instance.place(), open(instance.place()));
        }
    }

    List<Handed> handed() {
        return handed;
    }

    /** What the mint sent, in its order. */
    List<Input> inputs() {
        return inputs;
    }

    /** How often wires tore, by the place. */
    Map<FrailWire.Place, Integer> tears() {
        var tears = new EnumMap<FrailWire.Place, Integer>(FrailWire.Place.class);
        for (List<Running> some : List.of(running, ended)) {
            some.forEach(one -> one.wire().torn().forEach(place -> tears.merge(place, 1, Integer::sum)));
        }
        return tears;
    }

    @Override
    public void close() {
        running.forEach(one -> one.log().close());
    }
}
