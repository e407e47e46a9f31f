package org.gongxue.reward.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.StreamId;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.PaymentBatchApproved;
import org.junit.jupiter.api.Test;

/** Invariant 7: deciding the log again gives the live ledger, byte for byte, and what was changed is named. */
class RedecidingTest {

    private static final PlayedLog LOG = PlayedLog.paidReturnedAndOwed();

    @Test
    void everyInputAndEveryCommandIsDecidedAgainAsItWas() throws InterruptedException {
        var again = LOG.redecide();

        assertThat(again.result().differences()).isEmpty();
        assertThat(again.result().verdict()).isEqualTo(Verdict.IDENTICAL);
        assertThat(again.decided().eventsCompared()).isEqualTo(LOG.lastIndex());
        assertThat(again.decided().taken()).isZero();
        assertThat(again.decided().inputs()).isEqualTo(LOG.published().size());
        assertThat(again.decided().inputsRecorded()).isEqualTo(LOG.published().size());
        assertThat(again.result().netPaidFen()).isEqualTo(800_000);
        assertThat(again.result().confirmedPayments()).isEqualTo(1);
    }

    @Test
    void anAssessmentThatWasRewrittenWithItsLeafIsNamedWithBothValues() throws InterruptedException {
        var index = LOG.indexOf(EntitlementAssessed.class);
        var again = LOG.changed(index, e -> PlayedLog.retold(e, "\"value\":\"80\"", "\"value\":\"81\""))
                .redecide();

        assertThat(again.result().verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(again.result().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.what()).isEqualTo("event " + index + " data");
            assertThat(difference.index()).isEqualTo(index);
            assertThat(difference.live()).contains("\"value\":\"81\"");
            assertThat(difference.replayed()).contains("\"value\":\"80\"");
        });
    }

    @Test
    void anEntryOfACommandThatWasRewrittenAndStillSumsToZeroIsNamed() throws InterruptedException {
        var index = LOG.indexOf(PaymentBatchApproved.class) + 1;
        var again = LOG.changed(index, e -> PlayedLog.retold(e, "1600000", "1500000"))
                .redecide();

        assertThat(LOG.envelopes().get((int) index - 1).type()).endsWith("journal-entry-posted");
        assertThat(again.result().differences()).anySatisfy(difference -> {
            assertThat(difference.what()).isEqualTo("event " + index + " data");
            assertThat(difference.live()).contains("1500000");
            assertThat(difference.replayed()).contains("1600000");
        });
    }

    @Test
    void anotherMakerThanTheOneWhoActedIsNamed() throws InterruptedException {
        var index = LOG.indexOf(JournalEntryPosted.class);
        var again = LOG.changed(index, e -> PlayedLog.by(e, "user:nobody")).redecide();

        assertThat(again.result().differences())
                .contains(new Difference("event " + index + " actor", index, "user:nobody", "user:checker"));
    }

    @Test
    void whatNobodyAskedForIsADecisionThatCannotBeMade() throws InterruptedException {
        var index = LOG.indexOf(PaymentBatchApproved.class);
        var again = LOG.changed(index, e -> PlayedLog.by(e, "user:maker")).redecide();

        assertThat(again.result().differences())
                .anySatisfy(difference -> assertThat(difference.index()).isEqualTo(index));
    }

    @Test
    void anInputThatItsSourceToldOtherwiseIsNamed() throws InterruptedException {
        var sources = new ArrayList<>(LOG.published());
        var last = sources.removeLast();
        sources.add(PlayedLog.retold(last, "\"diplomaType\":\"NETWORK\"", "\"diplomaType\":\"ADULT\""));

        var again = LOG.redecide(sources);

        assertThat(again.result().verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(again.result().differences())
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.what()).isEqualTo("input enrollment/" + last.index() + " leaf"));
    }

    @Test
    void aFactThatWasRewrittenInTheLogAloneIsNamed() throws InterruptedException {
        var index = LOG.envelopes().stream()
                .filter(e -> new String(e.data(), UTF_8).contains("\"diplomaType\":\"NETWORK\""))
                .mapToLong(Envelope::index)
                .findFirst()
                .orElseThrow();
        var again = LOG.changed(
                        index, e -> PlayedLog.retold(e, "\"diplomaType\":\"NETWORK\"", "\"diplomaType\":\"ADULT\""))
                .redecide();

        assertThat(again.result().differences())
                .anySatisfy(difference -> assertThat(difference.what())
                        .startsWith("input enrollment/")
                        .endsWith(" facts"));
    }

    @Test
    void anInputThatIsNotInItsSourcesTopicMakesTheVerdictIncomplete() throws InterruptedException {
        var sources = new ArrayList<>(LOG.published());
        sources.remove(3);

        var again = LOG.redecide(sources);

        assertThat(again.result().verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(again.decided().inputsMissing()).isEqualTo(1);
    }

    @Test
    void aSourcesEventThatWasNeverTakenInIsNamed() throws InterruptedException {
        var left = LOG.published().get(LOG.published().size() - 2);
        var fact = LOG.envelopes().stream()
                .filter(e -> e.cause().equals("input:enrollment/" + left.index()))
                .mapToLong(Envelope::index)
                .findFirst()
                .orElseThrow();

        var again = LOG.without(fact).redecide();

        assertThat(again.result().differences())
                .anySatisfy(difference -> assertThat(difference.what()).isEqualTo("input enrollment/" + left.index()));
    }

    @Test
    void aMissingEventIsIncompleteAndTheRestIsDecidedAllTheSame() throws InterruptedException {
        var again = LOG.without(LOG.lastIndex()).redecide();

        assertThat(again.result().verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(again.result().gaps()).containsExactly(new IndexRange(LOG.lastIndex(), LOG.lastIndex()));
        assertThat(again.decided().eventsCompared()).isGreaterThan(LOG.lastIndex() / 2);
    }

    @Test
    void anEventOnAStreamThatNobodyKnowsIsNamed() throws InterruptedException {
        var again = LOG.changed(LOG.lastIndex(), e -> PlayedLog.on(e, new StreamId("nowhere", "x")))
                .redecide();

        assertThat(again.result().verdict()).isEqualTo(Verdict.DIFFERENT);
    }
}
