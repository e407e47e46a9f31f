package org.gongxue.eventlog.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Inbox;
import org.gongxue.eventlog.KafkaConfig;
import org.gongxue.eventlog.LogBusyException;
import org.gongxue.eventlog.LogConfig;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Publisher;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Mint;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Two services in a process of their own, to be killed: the mint, and the toy that takes the mint's events in. Deeds
 * come in by number, a line each, and a line goes out for each once its outcome is durable. It ends when whoever started
 * it does.
 */
public final class ServiceMain {
    static final String READY = "ready";
    static final String REFUSED = "refused";
    static final String DONE = "done";
    static final String BUSY = "busy";
    static final String FAILED = "failed";
    static final String END = " .";

    private final Variant variant;
    private final EventLog<Mint.Coin> mint;
    private final EventLog<ToyCommand> toy;
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ServiceMain(Variant variant, EventLog<Mint.Coin> mint, EventLog<ToyCommand> toy) {
        this.variant = variant;
        this.mint = mint;
        this.toy = toy;
    }

    /** The arguments are those of {@link ServiceProcess}: variant, marks, Kafka, and name and database of each service. */
    public static void main(String[] args) throws IOException {
        var variant = Variant.valueOf(args[0]);
        var marks = Path.of(args[1]);
        var kafka = new KafkaConfig(args[2], 4, (short) 1, MarkedClient.settings(marks));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        DataSource mintDatabase = database(variant, args[4], Marks.open(marks).commits(0));
        DataSource toyDatabase = database(variant, args[6], Marks.open(marks).commits(1));
        var services = new ServiceMain(
                variant,
                EventLog.open(LogConfig.of(args[3]), mintDatabase, new Mint(args[3]), List.of()),
                EventLog.open(LogConfig.of(args[5]), toyDatabase, new Toy(args[5]), List.of(new Balances(1))));
        try {
            services.publish(services.mint, args[3], mintDatabase, kafka);
            services.publish(services.toy, args[5], toyDatabase, kafka);
            services.parts.add(Inbox.start(services.toy, kafka, List.of(args[3])));
        } catch (IllegalStateException e) {
            services.out.println(REFUSED + " " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
        services.out.println(READY);
        in.lines().forEach(services::handIn);
        services.close();
    }

    private static DataSource database(Variant variant, String url, Marks.Commits commits) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        if (variant == Variant.COMMITS_WITHOUT_THE_DISK) {
            dataSource.setOptions("-c synchronous_commit=off");
        }
        return MarkedDataSource.of(dataSource, commits);
    }

    private void publish(EventLog<?> log, String service, DataSource database, KafkaConfig kafka) {
        parts.add(
                variant == Variant.PUBLISHES_FROM_ITS_WATERMARK
                        ? WatermarkPublisher.start(database, service, kafka)
                        : Publisher.start(log, kafka));
    }

    private void handIn(String line) {
        var deed = Deed.of(Integer.parseInt(line));
        CompletableFuture<Outcome> outcome =
                deed.kind() == Deed.Kind.MINT ? mint.submit(deed.coin()) : toy.submit(deed.command());
        if (variant == Variant.ANSWERS_BEFORE_IT_COMMITS) {
            say(deed, DONE + " " + new Told(deed.isAccepted(), 1, 1, false).words());
        } else {
            var _ = outcome.whenComplete((told, failure) -> say(deed, answer(told, failure)));
        }
    }

    /** A kill may cut a line off; one that is whole ends with its mark. */
    private void say(Deed deed, String answer) {
        out.println(deed.number() + " " + answer + END);
    }

    private static String answer(Outcome outcome, Throwable failure) {
        if (failure == null) {
            return DONE + " " + Told.of(outcome).words();
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return (cause instanceof LogBusyException ? BUSY : FAILED) + " " + cause;
    }

    private void close() {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        mint.close();
        toy.close();
    }
}
