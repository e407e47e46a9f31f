package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.gongxue.eventlog.kit.LogUnderTest;
import org.gongxue.eventlog.kit.PostgresLog;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;

/**
 * Whether a log is what its callers were told, and what one sequential run of its own causes gives: every byte of every
 * event but the moment of recording, every outcome, head, parked input and read model.
 */
final class CampaignCheck {
    private static final int STATE_CHARS_MAX = 16_000;

    private final DataSource database;
    private final CampaignRun run;
    private final PostgresLog log;
    private final List<Envelope> events;
    private final LogUnderTest.Books books;
    private final MemoryLog<ToyCommand> sequential = new MemoryLog<>(new Toy("toy"));

    /** What was done under each cause, as its first caller handed it in. */
    private final Map<String, CampaignRun.Handed> settled = new HashMap<>();

    /** What was done and recorded nothing, by the last index at that moment. */
    private final Map<Long, List<CampaignRun.Handed>> silent = new TreeMap<>();

    CampaignCheck(DataSource database, CampaignRun run) {
        this.database = database;
        this.run = run;
        this.log = run.whole();
        this.events = ToyLog.events(database);
        this.books = log.books();
    }

    void assertOneSequentialRun() {
        run.handed().stream().filter(one -> one.command != null).forEach(this::collect);
        run.handed().stream().filter(one -> one.command != null).forEach(this::assertAnsweredRightly);
        replay();
        assertThat(events.stream().map(BatchingTest::bytes))
                .isEqualTo(sequential.events().stream()
                        .map(Recorded::envelope)
                        .map(BatchingTest::bytes)
                        .toList());
        assertThat(heads()).isEqualTo(sequentialHeads());
        assertThat(books).isEqualTo(LogUnderTest.Books.of(events));
        assertThat(log.parked("mint"))
                .isEqualTo(sequential.parked().stream()
                        .map(ParkedInput::index)
                        .sorted()
                        .toList());
        assertAnsweredAgain();
    }

    private void collect(CampaignRun.Handed one) {
        Outcome told = one.told();
        if (told != null && !isReused(told)) {
            CampaignRun.Handed first = settled.putIfAbsent(Cause.of(one.command).text(), one);
            if (first == null && told.lastIndex() < told.firstIndex()) {
                silent.computeIfAbsent(told.lastIndex(), none -> new ArrayList<>())
                        .add(one);
            }
        }
    }

    private static boolean isReused(Outcome told) {
        return told.refusal() != null && told.refusal().code().equals(Outcome.KEY_REUSED);
    }

    /** One outcome for each id, whoever asked and however often; what failed had to. */
    private void assertAnsweredRightly(CampaignRun.Handed one) {
        CampaignRun.Handed first = settled.get(Cause.of(one.command).text());
        boolean same = first != null && first.command.command().equals(one.command.command());
        Outcome told = one.told();
        if (told == null) {
            assertThat(mustFail(one.command.command()) && !same)
                    .as("%s may fail: %s", one, one.failure())
                    .isTrue();
        } else if (isReused(told)) {
            assertThat(first != null && !same).as("%s is reused", one).isTrue();
        } else {
            assertThat(same).as("%s has the outcome of another request", one).isTrue();
            assertThat(text(told)).as("%s", one).isEqualTo(text(first.told()));
        }
    }

    private boolean mustFail(ToyCommand command) {
        return switch (command) {
            case ToyCommand.Break _, ToyCommand.Trespass _ -> true;
            case ToyCommand.Note note ->
                note.text().length() > STATE_CHARS_MAX || books.notes().contains(note.text());
            default -> false;
        };
    }

    /** Decides again, one after another, in the log's own order. */
    private void replay() {
        Set<String> causes = new HashSet<>();
        assertSilent(0);
        int at = 0;
        while (at < events.size()) {
            String cause = events.get(at).cause();
            assertThat(causes.add(cause))
                    .as("%s is done once, at one place", cause)
                    .isTrue();
            decide(cause);
            while (at < events.size() && events.get(at).cause().equals(cause)) {
                at++;
            }
            assertThat(sequential.lastIndex()).as("events of %s", cause).isEqualTo(at);
            assertSilent(at);
        }
        assertThat(silent).as("answered at an index that no event ends at").isEmpty();
        assertThat(sequential.nextInput("mint")).isEqualTo(run.inputs().size() + 1);
    }

    private void decide(String cause) {
        CampaignRun.Handed done = settled.get(cause);
        if (done != null) {
            assertThat(text(sequential.submit(done.command))).as("%s", done).isEqualTo(text(done.told()));
            return;
        }
        Input next = run.inputs().stream()
                .filter(input -> cause.equals(Cause.of(input).text())
                        || cause.equals(Cause.ofParking(input).text()))
                .findFirst()
                .orElseGet(() -> fail("nobody was told of %s", cause));
        sequential.accept(next);
    }

    private void assertSilent(long lastIndex) {
        List<CampaignRun.Handed> here = silent.remove(lastIndex);
        if (here != null) {
            here.forEach(one -> assertThat(text(sequential.submit(one.command)))
                    .as("%s", one)
                    .isEqualTo(text(one.told())));
        }
    }

    private List<String> heads() {
        return ToyLog.column(
                        database, "SELECT stream || ' ' || version || ' ' || encode(state, 'escape') FROM log.head")
                .stream()
                .sorted()
                .toList();
    }

    private List<String> sequentialHeads() {
        var versions = new TreeMap<StreamId, Integer>();
        sequential.events().forEach(event -> versions.put(event.stream(), event.version()));
        return versions.entrySet().stream()
                .map(head -> head.getKey() + " " + head.getValue() + " " + state(head.getKey()))
                .sorted()
                .toList();
    }

    private String state(StreamId stream) {
        StreamType<?> type = stream.kind().equals("account") ? new Toy("toy").account() : ParkedLine.STREAM;
        return new String(LogJson.writeState(sequential.read(type, stream.id())), US_ASCII);
    }

    /** An instance that was not there is told the same, and does nothing. */
    private void assertAnsweredAgain() {
        try (LogUnderTest.Instance late = log.open()) {
            var answers = new HashMap<CampaignRun.Handed, CompletableFuture<Outcome>>();
            settled.values().forEach(one -> answers.put(one, late.submit(one.command)));
            answers.forEach((one, answer) -> {
                Outcome again = ToyLog.get(answer);
                assertThat(again.repeated()).as("%s is repeated", one).isTrue();
                assertThat(text(again)).as("%s", one).isEqualTo(text(one.told()));
            });
            assertThat(late.nextInput("mint")).isEqualTo(run.inputs().size() + 1);
        }
        assertThat(log.events()).hasSize(events.size());
        assertThat(ToyLog.column(database, "SELECT count(*) FROM log.command_outcome"))
                .containsExactly(Integer.toString(settled.size()));
    }

    /** An outcome but for whether it is a repetition. */
    private static String text(Outcome o) {
        return BatchingTest.text(
                new Outcome(o.accepted(), o.refusal(), o.firstIndex(), o.lastIndex(), o.answer(), false));
    }
}
