package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariant 3: a bad command never fails its neighbors, wherever in a batch it stands. */
@Timeout(90)
class IsolationTest {
    private static final int COUNT = 60;

    private final Toy toy = new Toy("toy");
    private DataSource database;
    private EventLog<ToyCommand> log;

    @BeforeEach
    void open() {
        database = ToyLog.database();
        log = ToyLog.open(database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** Hands in deposits with bad commands in between, all at once, while the log is held up; gives the bad ones' answers. */
    private List<CompletableFuture<Outcome>> among(IntFunction<ToyCommand> bad) throws Exception {
        var good = new ArrayList<CompletableFuture<Outcome>>();
        var answers = new ArrayList<CompletableFuture<Outcome>>();
        ToyLog.heldUp(database, () -> {
            for (int i = 0; i < COUNT; i++) {
                good.add(log.submit(submission("good-" + i, new ToyCommand.Deposit("a", 1))));
                if (i % 20 == 7) {
                    answers.add(log.submit(submission("bad-" + i, bad.apply(i))));
                }
            }
        });
        assertThat(ToyLog.getAll(good))
                .allSatisfy(outcome -> assertThat(outcome.accepted()).isTrue());
        assertThat(log.read(toy.account(), "a").coins()).isEqualTo(COUNT);
        assertThat(Balances.all(database)).containsEntry("a", (long) COUNT);
        var events = ToyLog.events(database);
        assertThat(events.stream().map(Envelope::index))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        return answers;
    }

    @Test
    void aCommandThatThrowsFailsAlone() throws Exception {
        assertThat(among(i -> new ToyCommand.Break("a")))
                .allSatisfy(answer -> assertThatThrownBy(() -> get(answer))
                        .isInstanceOf(CommandFailedException.class)
                        .hasRootCauseInstanceOf(ArithmeticException.class));
        assertThat(log.lastIndex()).isEqualTo(COUNT);
    }

    @Test
    void aCommandThatBreaksAUniqueKeyOfAReadModelFailsAlone() throws Exception {
        get(log.submit(submission("first", new ToyCommand.Note("b", "taken"))));
        assertThat(among(i -> new ToyCommand.Note("b", "taken")))
                .allSatisfy(answer -> assertThatThrownBy(() -> get(answer))
                        .isInstanceOf(CommandFailedException.class)
                        .hasMessageContaining("note_pkey"));
        assertThat(log.read(toy.account(), "b").notes()).containsExactly("taken");
    }

    @Test
    void aCommandWithANulIsRefusedAlone() throws Exception {
        assertThat(among(i -> new ToyCommand.Note("b", "nul \0")))
                .allSatisfy(answer -> assertThat(get(answer).refusal())
                        .isNotNull()
                        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("TEXT_HAS_NUL")));
    }

    @Test
    void aCommandWithTooLargeAnEventIsRefusedAlone() throws Exception {
        String large = "x".repeat(1024 * 1024);
        assertThat(among(i -> new ToyCommand.Note("b", large)))
                .allSatisfy(answer -> assertThat(get(answer).refusal())
                        .isNotNull()
                        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("EVENT_TOO_LARGE")));
    }

    @Test
    void aCommandThatMakesAStateTooLargeFailsAlone() throws Exception {
        String large = "x".repeat(17 * 1024);
        assertThat(among(i -> new ToyCommand.Note("b", large)))
                .allSatisfy(answer -> assertThatThrownBy(() -> get(answer))
                        .isInstanceOf(CommandFailedException.class)
                        .hasMessageContaining("more than 16384"));
        assertThat(log.read(toy.account(), "b").notes()).isEmpty();
    }

    @Test
    void aFailedCommandMayBeHandedInAgain() throws Exception {
        ToyLog.sql(database, "ALTER TABLE balance ADD CONSTRAINT poor CHECK (coins < 100)");
        var rich = submission("rich", new ToyCommand.Deposit("a", 1000));
        assertThatThrownBy(() -> get(log.submit(rich))).isInstanceOf(CommandFailedException.class);
        ToyLog.sql(database, "ALTER TABLE balance DROP CONSTRAINT poor");

        assertThat(get(log.submit(rich)).accepted()).isTrue();
        assertThat(ToyLog.events(database)).hasSize(1);
    }
}
