package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Invariant 1: a command that comes again is answered as it was, whatever it would meet now. The log decides it as if it
 * were new and learns from a key that it is not; here, among new ones in one batch.
 */
@Timeout(90)
class RepetitionTest {
    private static final int COUNT = 40;
    private static final ToyCommand NOTE = new ToyCommand.Note("n", "only once");

    private final AtomicBoolean broken = new AtomicBoolean();
    private DataSource database;
    private EventLog<ToyCommand> log;
    private Outcome first;

    @BeforeEach
    void open() {
        database = ToyLog.database();
        var domain = new FrailToy(new Toy("toy"), input -> {}, command -> {
            if (broken.get() && command instanceof ToyCommand.Note) {
                throw new ArithmeticException("notes are broken by now");
            }
        });
        log = EventLog.open(LogConfig.of("toy"), database, domain, List.of(new Balances(1)));
        first = get(log.submit(submission("note", NOTE)));
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** Hands others in among new deposits, all at once, and sees that every deposit is done, once. */
    private List<CompletableFuture<Outcome>> amongDeposits(List<Submission<ToyCommand>> others) throws Exception {
        var deposits = new ArrayList<CompletableFuture<Outcome>>();
        var answers = new ArrayList<CompletableFuture<Outcome>>();
        ToyLog.heldUp(database, () -> {
            for (int i = 0; i < COUNT; i++) {
                deposits.add(log.submit(submission("deposit-" + i, new ToyCommand.Deposit("a", 1))));
                if (i < others.size()) {
                    answers.add(log.submit(others.get(i)));
                }
            }
        });
        assertThat(ToyLog.getAll(deposits)).allSatisfy(outcome -> {
            assertThat(outcome.accepted()).isTrue();
            assertThat(outcome.repeated()).isFalse();
        });
        assertThat(Balances.all(database)).containsEntry("a", (long) COUNT);
        return answers;
    }

    @Test
    void itIsAnsweredAsItWasAndItsIdServesNoOtherRequest() throws Exception {
        var answers = amongDeposits(List.of(submission("note", NOTE), submission("note", "another request", NOTE)));

        assertThat(get(answers.get(0))).isEqualTo(first.asRepeated());
        assertThat(get(answers.get(1)).refusal())
                .isNotNull()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Outcome.KEY_REUSED));
        assertThat(ToyLog.events(database)).hasSize(1 + COUNT);
    }

    @Test
    void itIsAnsweredAsItWasThoughItWouldMeetABugNow() throws Exception {
        broken.set(true);
        var answers = amongDeposits(List.of(
                submission("note", NOTE),
                submission("note", "another request", NOTE),
                submission("new", new ToyCommand.Note("n", "new"))));

        assertThat(get(answers.get(0))).isEqualTo(first.asRepeated());
        assertThat(get(answers.get(1)).refusal())
                .isNotNull()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Outcome.KEY_REUSED));
        assertThatThrownBy(() -> get(answers.get(2))).hasRootCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void itIsAnsweredAsItWasBesideOneThatCannotBeCommitted() throws Exception {
        var answers = amongDeposits(List.of(
                submission("note", NOTE),
                submission("taken", new ToyCommand.Note("m", "only once")),
                submission("note", NOTE)));

        assertThat(get(answers.get(0))).isEqualTo(first.asRepeated());
        assertThatThrownBy(() -> get(answers.get(1)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("note_pkey");
        assertThat(get(answers.get(2))).isEqualTo(first.asRepeated());
    }

    @Test
    void itIsAnsweredAsItWasByAnInstanceThatNeverSawIt() {
        try (var other = ToyLog.open(database)) {
            assertThat(get(other.submit(submission("note", NOTE)))).isEqualTo(first.asRepeated());
        }
    }
}
