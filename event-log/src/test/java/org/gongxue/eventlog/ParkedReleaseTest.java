package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.CursedToy.CHECKER;
import static org.gongxue.eventlog.CursedToy.MAKER;
import static org.gongxue.eventlog.CursedToy.by;
import static org.gongxue.eventlog.CursedToy.confirm;
import static org.gongxue.eventlog.CursedToy.discard;
import static org.gongxue.eventlog.CursedToy.release;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.minted;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariants 3, 6 and 10: what was parked is decided one day, in its order, once, and by the word of two persons. */
@Timeout(90)
class ParkedReleaseTest {
    private final DataSource database = ToyLog.database();
    private final CursedToy toy = new CursedToy().curse("c");
    private EventLog<ToyCommand> log;

    @BeforeEach
    void open() {
        log = toy.open(database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** Coins for these accounts, one coin each, in this order. */
    private void mint(long firstIndex, String... accounts) {
        var taken = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < accounts.length; i++) {
            taken.add(log.accept(minted(firstIndex + i, accounts[i], 1)));
        }
        ToyLog.getAll(taken);
    }

    private Outcome ask(String actor, ParkedCommand command) {
        return get(log.submitAboutParked(by(actor, actor + command, command)));
    }

    private ParkedCommand.Answer settle(ParkedCommand proposal) {
        assertThat(ask(MAKER, proposal).refusal()).isNull();
        var confirmed = ask(CHECKER, new ParkedCommand.Confirm(proposal.subject(), proposal.proposalId()));
        assertThat(confirmed.refusal()).isNull();
        return confirmed.answerAs(ParkedCommand.Answer.class);
    }

    private static String refused(Outcome outcome) {
        return Objects.requireNonNull(outcome.refusal(), "refused").code();
    }

    /** The engine's events and the inputs that became facts, in the order of the log. */
    private List<String> story() {
        var codec = new LogCodec(toy.domain.codec());
        return ToyLog.events(database).stream()
                .map(e -> e.type().equals(InputAccepted.TYPE)
                        ? "accepted " + LogCodec.readInput(e.data()).index()
                        : told((EngineEvent) codec.decode(e.type(), e.revision(), e.data())))
                .toList();
    }

    private static String told(EngineEvent event) {
        return switch (event) {
            case ParkingEvent.InputParked e -> "parked " + e.index() + why(e.failure(), e.behind());
            case ParkingEvent.InputKept e -> "kept " + e.index() + why(e.failure(), e.behind());
            case ParkingEvent.InputReleased e -> "released " + e.index();
            case ParkingEvent.InputDiscarded e -> "discarded " + e.index() + " " + e.reason();
            default -> event.getClass().getSimpleName();
        };
    }

    private static String why(String failure, String behind) {
        return failure == null ? " behind " + behind : " for " + failure;
    }

    @Test
    void aParkedInputIsAFactWithoutAWordOfWhatItSays() {
        mint(1, "c");

        Envelope parked = ToyLog.events(database).getFirst();
        assertThat(parked.type()).isEqualTo("org.gongxue.log.input-parked");
        assertThat(parked.stream()).isEqualTo(ParkedLine.STREAM.id("c"));
        assertThat(parked.cause()).isEqualTo("parked:mint/1");
        assertThat(parked.correlation()).isEqualTo("correlation-1");
        assertThat(new String(parked.data(), UTF_8))
                .contains("java.lang.ArithmeticException")
                .doesNotContain("Long Lane");
        assertThat(log.parked("c", 10)).singleElement().satisfies(row -> {
            assertThat(row.reason()).as("staff read it in full").contains("Long Lane");
            assertThat(row.parkedAt()).isEqualTo(parked.recordedAt());
            assertThat(row.parkedIndex()).isEqualTo(1);
        });
    }

    @Test
    void onceTheBugIsMendedAReleaseTakesEverythingInOldestFirst() throws Exception {
        mint(1, "c", "c", "good", "c");
        toy.mend();
        var answer = settle(release("c", 1));

        assertThat(answer).isEqualTo(new ParkedCommand.Answer("c", "P-c-1", 3, 0));
        assertThat(Balances.all(database)).isEqualTo(Map.of("c", 3L, "good", 1L));
        assertThat(log.parkedInputs()).isZero();
        assertThat(log.waitingLines(0, 10)).isEmpty();
        assertThat(story())
                .containsExactly(
                        "parked 1 for java.lang.ArithmeticException",
                        "parked 2 behind c",
                        "accepted 3",
                        "parked 4 behind c",
                        "ReleaseProposed",
                        "ReleaseConfirmed",
                        "accepted 1",
                        "accepted 2",
                        "accepted 4",
                        "released 1",
                        "released 2",
                        "released 4");
        assertThat(ToyLog.events(database).stream()
                        .filter(e -> e.type().equals(InputAccepted.TYPE))
                        .map(Envelope::cause))
                .containsExactly("input:mint/3", "input:mint/1", "input:mint/2", "input:mint/4");

        mint(5, "c");
        assertThat(Balances.all(database)).as("nothing waits any more").containsEntry("c", 4L);
    }

    @Test
    void aReleaseThatFailsAgainLeavesWhatStaysWithTheNewReasonAndThoseBehindIt() throws Exception {
        get(log.accept(minted(1, "c", 1)));
        get(log.accept(minted(2, "c", 20)));
        get(log.accept(minted(3, "c", 1)));
        toy.mend();
        toy.curse("20");
        var answer = settle(release("c", 1));

        assertThat(answer.decided()).isEqualTo(1);
        assertThat(answer.count()).isEqualTo(2);
        assertThat(story()).endsWith("accepted 1", "released 1", "kept 2 for java.lang.ArithmeticException");
        assertThat(log.parked("c", 10).stream().map(p -> p.index() + " " + p.failure()))
                .containsExactly("2 java.lang.ArithmeticException", "3 null");
        assertThat(log.read(ParkedLine.STREAM, "c"))
                .isEqualTo(new ParkedLine(2, new ParkedLine.Place("mint", 2), null));

        toy.mend();
        settle(release("c", 2));
        assertThat(Balances.all(database)).isEqualTo(Map.of("c", 22L));
    }

    @Test
    void whatIsDiscardedIsDroppedForGoodAndWhatWaitedBehindItIsDecided() throws Exception {
        get(log.accept(minted(1, "a", 13)));
        toy.mend();
        toy.curse("13");
        get(log.accept(minted(2, "a", 13)));
        get(log.accept(minted(3, "a", 1)));
        var answer = settle(discard("a", 2));

        assertThat(answer).isEqualTo(new ParkedCommand.Answer("a", "P-a-2", 1, 0));
        assertThat(story()).endsWith("discarded 2 SENT_IN_ERROR", "accepted 3", "released 3");
        assertThat(log.parkedInputs()).isZero();
        get(log.accept(minted(2, "a", 13)));
        assertThat(Balances.all(database)).as("told again, it is old news").isEqualTo(Map.of("a", 14L));
    }

    @Test
    void whatComesWhileAProposalIsOpenKeepsItsPlaceBehind() {
        mint(1, "c");
        ask(MAKER, release("c", 1));
        toy.mend();
        mint(2, "c", "good");
        assertThat(story()).endsWith("parked 2 behind c", "accepted 3");
        ask(CHECKER, confirm("c", 1));
        assertThat(story()).endsWith("accepted 1", "accepted 2", "released 1", "released 2");
    }

    private List<String> lines(long afterIndex) {
        return log.waitingLines(afterIndex, 10).stream()
                .map(WaitingLine::first)
                .map(p -> p.index() + " " + p.subject() + " behind " + p.behind())
                .toList();
    }

    @Test
    void whatWaitedBehindAnInputThatNobodyCouldReadGoesOnWithIt() throws Exception {
        get(log.receive(ToyLog.riddle(1)));
        mint(2, "b", "c", "b");
        assertThat(lines(0)).containsExactly("1 mint/main behind null", "2 b behind mint/main", "3 c behind mint/main");
        assertThat(lines(2)).as("the next page").containsExactly("3 c behind mint/main");

        settle(discard("mint/main", 1));
        assertThat(Balances.all(database)).isEqualTo(Map.of("b", 2L));
        assertThat(story())
                .endsWith(
                        "discarded 1 SENT_IN_ERROR",
                        "accepted 2",
                        "accepted 4",
                        "released 2",
                        "released 4",
                        "kept 3 for java.lang.ArithmeticException");
        assertThat(lines(0)).containsExactly("3 c behind null");
        assertThat(log.waitingLine("b")).isEmpty();
    }

    @Test
    void aLineThatWaitsBehindAnotherDoesNotOvertakeIt() {
        get(log.receive(ToyLog.riddle(1)));
        mint(2, "b");
        var answer = settle(release("b", 2));
        assertThat(answer.decided()).isZero();
        assertThat(story()).endsWith("ReleaseConfirmed", "kept 2 behind mint/main");
    }

    @Test
    void oneProposesAndAnotherConfirms() {
        mint(1, "c", "c");
        assertThat(refused(ask("user:somebody", release("c", 1)))).isEqualTo("NOT_AN_ADMINISTRATOR");
        assertThat(refused(ask(MAKER, release("c", 2)))).isEqualTo("PARKED_NOT_FIRST");
        assertThat(refused(ask(MAKER, release("d", 1)))).isEqualTo("PARKED_NOTHING");
        assertThat(refused(ask(CHECKER, confirm("c", 1)))).isEqualTo("PARKED_PROPOSAL_SETTLED");
        ask(MAKER, release("c", 1));
        assertThat(refused(ask(CHECKER, discard("c", 1)))).isEqualTo("PARKED_PROPOSAL_OPEN");
        assertThat(refused(ask(MAKER, confirm("c", 1)))).isEqualTo("MAKER_IS_CHECKER");
        assertThat(refused(ask("user:somebody", confirm("c", 1)))).isEqualTo("NOT_AN_ADMINISTRATOR");
        assertThat(refused(ask(CHECKER, new ParkedCommand.Confirm("c", "P-other"))))
                .isEqualTo("PARKED_PROPOSAL_SETTLED");
        assertThat(log.parkedInputs()).isEqualTo(2);

        ask(CHECKER, new ParkedCommand.Reject("c", "P-c-1"));
        assertThat(story()).endsWith("ProposalRejected");
        assertThat(log.read(ParkedLine.STREAM, "c").proposal()).isNull();
    }

    @Test
    void theSameConfirmationIsAnsweredAgainAndCarriedOutOnce() {
        mint(1, "c");
        ask(MAKER, release("c", 1));
        toy.mend();
        var first = ask(CHECKER, confirm("c", 1));
        var again = ask(CHECKER, confirm("c", 1));
        assertThat(again).usingRecursiveComparison().isEqualTo(first.asRepeated());
        assertThat(refused(get(log.submitAboutParked(by("user:admin-three", "late", confirm("c", 1))))))
                .isEqualTo("PARKED_PROPOSAL_SETTLED");
        assertThat(story().stream().filter("accepted 1"::equals)).hasSize(1);
    }

    @Test
    void aReleaseThatTheDatabaseRefusesLeavesEverythingAsItWas() throws Exception {
        mint(1, "c", "c");
        ask(MAKER, release("c", 1));
        toy.mend();
        ToyLog.sql(database, "ALTER TABLE balance ADD CONSTRAINT bar CHECK (account <> 'c' OR coins < 2)");
        long before = log.lastIndex();
        assertThatThrownBy(() -> ask(CHECKER, confirm("c", 1))).isInstanceOf(CommandFailedException.class);
        assertThat(log.lastIndex()).isEqualTo(before);
        assertThat(log.parkedInputs()).isEqualTo(2);
        assertThat(Balances.all(database)).isEmpty();

        ToyLog.sql(database, "ALTER TABLE balance DROP CONSTRAINT bar");
        assertThat(ask(CHECKER, confirm("c", 1)).accepted()).isTrue();
        assertThat(Balances.all(database)).isEqualTo(Map.of("c", 2L));
    }

    @Test
    void aConfirmationCutOffAtItsCommitHappensOnceWhetherItArrivedOrNot() throws Exception {
        for (boolean arrived : List.of(true, false)) {
            var own = ToyLog.database();
            var cursed = new CursedToy().curse("c");
            var cut = new AtomicBoolean();
            try (var cutOff = cursed.open(cutting(own, cut, arrived))) {
                get(cutOff.accept(minted(1, "c", 1)));
                get(cutOff.accept(minted(2, "c", 1)));
                get(cutOff.submitAboutParked(by(MAKER, "propose", release("c", 1))));
                cursed.mend();
                cut.set(true);
                var outcome = get(cutOff.submitAboutParked(by(CHECKER, "confirm", confirm("c", 1))));
                assertThat(cut).as("the connection broke").isFalse();
                assertThat(outcome.accepted()).isTrue();
                assertThat(outcome.repeated()).isFalse();
                assertThat(outcome.answerAs(ParkedCommand.Answer.class).decided())
                        .isEqualTo(2);
            }
            assertThat(Balances.all(own)).isEqualTo(Map.of("c", 2L));
            assertThat(ToyLog.events(own)).hasSize(8);
            assertThat(ToyLog.column(own, "SELECT 1 FROM log.parked_input")).isEmpty();
        }
    }

    /** Loses the next commit once it is told to: after it arrived, or before. */
    private static DataSource cutting(DataSource whole, AtomicBoolean cut, boolean arrived) {
        var tampered = new TamperedDataSource(whole);
        TamperedDataSource.Tampering<java.sql.Connection> cutting = connection -> {
            if (cut.compareAndSet(true, false)) {
                TamperedDataSource.loseReply(connection);
            }
        };
        return (arrived ? tampered.afterCommit(cutting) : tampered.beforeCommit(cutting)).dataSource();
    }

    @Test
    void twoInstancesCarryAReleaseOutOnce() throws SQLException {
        mint(1, "c", "c", "c");
        ask(MAKER, release("c", 1));
        toy.mend();
        try (var other = toy.open(database)) {
            var answers = new ArrayList<CompletableFuture<Outcome>>();
            ToyLog.heldUp(database, () -> {
                answers.add(log.submitAboutParked(by(CHECKER, "here", confirm("c", 1))));
                answers.add(other.submitAboutParked(by("user:admin-three", "there", confirm("c", 1))));
                answers.add(other.accept(minted(4, "c", 1)));
            });
            var outcomes = ToyLog.getAll(answers);
            assertThat(outcomes.subList(0, 2).stream().map(Outcome::accepted)).containsExactlyInAnyOrder(true, false);
        }
        assertThat(Balances.all(database)).isEqualTo(Map.of("c", 4L));
        assertThat(story().stream().filter(line -> line.startsWith("accepted")))
                .containsExactly("accepted 1", "accepted 2", "accepted 3", "accepted 4");
    }

    @Test
    void aLongLineIsReleasedInParts() throws Exception {
        int count = Parking.DECIDED_AT_ONCE_MAX + 3;
        var taken = LongStream.rangeClosed(1, count)
                .mapToObj(index -> log.accept(minted(index, "c", 1)))
                .toList();
        ToyLog.getAll(taken);
        toy.mend();
        var answer = settle(release("c", 1));
        assertThat(answer.decided()).isEqualTo(Parking.DECIDED_AT_ONCE_MAX);
        assertThat(answer.count()).isEqualTo(3);

        settle(release("c", Parking.DECIDED_AT_ONCE_MAX + 1));
        assertThat(Balances.all(database)).isEqualTo(Map.of("c", (long) count));
    }

    @Test
    void rowsThatSomebodyTookAwayAreNotPassedOver() {
        mint(1, "c", "c");
        ask(MAKER, discard("c", 1));
        ToyLog.sql(database, "DELETE FROM log.parked_input WHERE index = 1");
        assertThatThrownBy(() -> ask(CHECKER, confirm("c", 1)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("invariant 2");
        assertThat(story()).endsWith("DiscardProposed");
    }

    @Test
    void headsMadeAgainKnowWhatIsParked() {
        mint(1, "c", "c");
        ask(MAKER, discard("c", 1));
        var before = log.waitingLine("c").orElseThrow().state();
        log.rebuild();
        assertThat(log.read(ParkedLine.STREAM, "c")).isEqualTo(before);
        assertThat(before.proposal()).isEqualTo(new ParkedLine.Proposal("P-c-1", DiscardReason.SENT_IN_ERROR, MAKER));
    }
}
