package org.gongxue.reward.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.eventlog.testing.Then;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.gongxue.events.reward.AssessmentResult;
import org.gongxue.events.reward.BusinessKeyClaimed;
import org.gongxue.events.reward.BusinessKeyReleased;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementHeld;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.FactsAwaited;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.JournalReason;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.entitlement.EntitlementCommand.JudgeEntitlement;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.junit.jupiter.api.Test;

class EntitlementTest {

    private static final String ENROLLMENT = "enrollment";
    private static final String CITY_FUND = "invented-city-education-2015";

    private final DomainFixture<RewardCommand> refund =
            RewardStory.fund(RewardStory.withTuitionRefund(), RewardStory.TUITION_FUND, 2017, 1_000_000);

    @Test
    void aGraduationIsOwedTheTuitionPaidAndTheMoneyIsSetAside() {
        var then = receive(RewardStory.studies(refund, "1", 800_000), "1", RewardStory.graduated("1"));
        var id = entitlement(then);
        then.thenEvent(EntitlementOpened.class, e -> {
                    assertThat(e.unitPath()).containsExactly("city", "d1");
                    assertThat(e.source()).isEqualTo(ENROLLMENT);
                    assertThat(e.businessKeys()).hasSize(2);
                })
                .thenEvent(EntitlementAssessed.class, e -> {
                    assertThat(e.result()).isEqualTo(AssessmentResult.OWED);
                    assertThat(e.assessor()).isEqualTo("v1");
                    assertThat(e.amountFen()).isEqualTo(800_000);
                })
                .thenEvent(
                        EntitlementApproved.class,
                        e -> assertThat(e)
                                .isEqualTo(new EntitlementApproved(
                                        id, RewardStory.TUITION_FUND, 800_000, "qingdao-tuition-refund")));
        assertThat(events(then, JournalEntryPosted.class))
                .extracting(JournalEntryPosted::reason)
                .containsExactly(JournalReason.HOLD, JournalReason.OBLIGATION);
        assertThat(events(then, JournalEntryPosted.class)).allSatisfy(entry -> {
            assertThat(entry.cause()).isEqualTo("entitlement/" + id);
            assertThat(entry.policyId()).isEqualTo("qingdao-tuition-refund");
            assertThat(entry.policyVersion()).isEqualTo(1);
        });
        assertThat(then.and().state(Ledger.FUND, RewardStory.TUITION_FUND).balance(LedgerAccount.PAYABLE))
                .isEqualTo(800_000);
    }

    @Test
    void whatIsMissingIsWaitedForAndTheReceiptDecides() {
        var pending = receive(
                refund.givenReceived(ENROLLMENT, "enrollment/1", RewardStory.enrolled("1")),
                "1",
                RewardStory.graduated("1"));
        var id = entitlement(pending);
        pending.thenEvent(FactsAwaited.class, e -> assertThat(e.missing()).contains("tuition.paidFen"));
        assertThat(events(pending, BusinessKeyClaimed.class)).hasSize(2);
        assertThat(stage(pending.and(), id)).isEqualTo(Stage.PENDING);

        var decided = receive(pending.and(), "1", RewardStory.paid("1", 800_000, 120_000));
        decided.thenEvent(
                EntitlementApproved.class, e -> assertThat(e.amountFen()).isEqualTo(680_000));
        assertThat(events(decided, BusinessKeyClaimed.class)).isEmpty();
    }

    @Test
    void aLaterReceiptChangesWhatIsOwedWhileItIsInNoBatch() {
        var then = receive(RewardStory.graduates(refund, "1", 400_000), "1", lateReceipt());
        then.thenEvent(EntitlementApproved.class, e -> assertThat(e.amountFen()).isEqualTo(500_000));
        var fund = then.and().state(Ledger.FUND, RewardStory.TUITION_FUND);
        assertThat(fund.balance(LedgerAccount.PAYABLE)).isEqualTo(500_000);
        assertThat(fund.balance(LedgerAccount.AVAILABLE)).isEqualTo(500_000);
    }

    @Test
    void aLaterReceiptThatTheFundCannotCoverLeavesWhatIsOwed() {
        var then = receive(RewardStory.graduates(refund, "1", 950_000), "1", lateReceipt());
        assertThat(then.recorded()).hasSize(1);
    }

    @Test
    void aLaterReceiptLeavesWhatIsInABatch() {
        var story = RewardStory.graduates(refund, "1", 400_000);
        var id = story.events().stream()
                .map(Recorded::event)
                .filter(EntitlementOpened.class::isInstance)
                .map(e -> ((EntitlementOpened) e).entitlementId())
                .toList();
        story.givenCommands(
                new OpenBatch(RewardStory.TUITION_FUND, "TUITION_REFUND"), new ExtendBatch("B-2018-0001", id, false));
        assertThat(receive(story, "1", lateReceipt()).recorded()).hasSize(1);
    }

    private static TuitionReceiptRecorded lateReceipt() {
        return new TuitionReceiptRecorded("enr-1", "learner-1", "R-late", 100_000, 0, 100_000, 0, RewardStory.TODAY);
    }

    @Test
    void theSameGraduationAgainIsRefusedCitingTheFirst() {
        var first = receive(RewardStory.studies(refund, "1", 400_000), "1", RewardStory.graduated("1"));
        var again = receive(first.and(), "1", RewardStory.graduated("1"));
        again.thenEvent(
                EntitlementRefused.class,
                e -> assertThat(e.reasons())
                        .containsExactly(new EntitlementReason(
                                "DUPLICATE", "businessKeys", null, null, null, null, entitlement(first))));
        assertThat(events(again, JournalEntryPosted.class)).isEmpty();
    }

    @Test
    void theSameDiplomaOfSomebodyElseIsTheSameFact() {
        var story = RewardStory.studies(RewardStory.graduates(refund, "1", 400_000), "2", 400_000);
        var again = receive(story, "2", RewardStory.graduated("2", "diploma-1", DegreeLevel.BACHELOR, 80, true));
        again.thenEvent(
                EntitlementRefused.class,
                e -> assertThat(e.reasons().getFirst().code()).isEqualTo("DUPLICATE"));
    }

    @Test
    void anotherDiplomaNumberOfTheSameEnrollmentIsTheSameFact() {
        var again = receive(
                RewardStory.graduates(refund, "1", 400_000),
                "1",
                RewardStory.graduated("1", "diploma-corrected", DegreeLevel.BACHELOR, 80, true));
        again.thenEvent(
                EntitlementRefused.class,
                e -> assertThat(e.reasons().getFirst().code()).isEqualTo("DUPLICATE"));
    }

    @Test
    void aRefusalNamesTheRuleTheValueAndWhatIsNeededAndHoldsNothing() {
        var refused = receive(
                RewardStory.studies(refund, "1", 800_000),
                "1",
                RewardStory.graduated("1", "diploma-1", DegreeLevel.BACHELOR, 76, true));
        refused.thenEvent(EntitlementRefused.class, e -> {
            var reason = e.reasons().getFirst();
            assertThat(reason.rule()).isEqualTo("学分修满");
            assertThat(reason.value()).isEqualTo("76");
            assertThat(reason.needed()).isEqualTo("80");
            assertThat(reason.article()).isNotBlank();
        });
        assertThat(events(refused, BusinessKeyClaimed.class)).isEmpty();
        var mended = receive(refused.and(), "1", RewardStory.graduated("1"));
        assertThat(events(mended, EntitlementApproved.class)).hasSize(1);
    }

    @Test
    void whoWithdrawsBeforeGraduatingChangesNothing() {
        var then = receive(
                RewardStory.studies(refund, "1", 800_000),
                "1",
                new LearnerWithdrawn("enr-1", "learner-1", RewardStory.AWARDED_ON, "OWN_WISH"));
        assertThat(then.recorded()).hasSize(1);
    }

    @Test
    void aGraduationOutsideEveryWindowIsOnlyKept() {
        var story = RewardStory.studies(RewardStory.staffed(), "1", 800_000);
        assertThat(receive(story, "1", RewardStory.graduated("1")).recorded()).hasSize(1);
    }

    @Test
    void twoPoliciesOfOneSourceEventOpenOneEntitlementEach() {
        var both = RewardStory.fund(RewardStory.publish(refund, RewardStory.halfTuition()), CITY_FUND, 2015, 1_000_000);
        var then = receive(RewardStory.studies(both, "1", 800_000), "1", RewardStory.graduated("1"));
        assertThat(events(then, EntitlementOpened.class)).hasSize(2);
        then.thenEvent(EntitlementApproved.class, e -> assertThat(e.amountFen()).isEqualTo(800_000))
                .thenEvent(EntitlementHeld.class, e -> assertThat(e.amountFen()).isEqualTo(300_000));
    }

    @Test
    void whereThePolicyAsksForAnOfficerOneOfTheLearnersUnitApproves() {
        var held = heldInTheInventedCity();
        var id = entitlement(held);
        held.and()
                .by(RewardStory.STRANGER)
                .when(new JudgeEntitlement(id, true, null))
                .thenRefused("NOT_APPOINTED");
        held.and()
                .by(RewardStory.OFFICER)
                .when(new JudgeEntitlement(id, true, null))
                .thenEvent(
                        EntitlementApproved.class,
                        e -> assertThat(e.approvedBy()).isEqualTo("officer"));
        held.and().when(new JudgeEntitlement(id, true, null)).thenRefused("ENTITLEMENT_NOT_WAITING");
    }

    @Test
    void nobodyJudgesTheOwnEntitlement() {
        var held = heldInTheInventedCity();
        held.and()
                .givenReceived(
                        ENROLLMENT,
                        "learner/1",
                        new LearnerRegistered(
                                "learner-1", "token-1", "d1", EducationLevel.SENIOR_SECONDARY, "officer", "test"))
                .by(RewardStory.OFFICER)
                .when(new JudgeEntitlement(entitlement(held), true, null))
                .thenRefused("OWN_ENTITLEMENT");
    }

    @Test
    void anOfficersRefusalFreesTheMoneyAndTheBusinessFact() {
        var held = heldInTheInventedCity();
        var id = entitlement(held);
        held.and()
                .by(RewardStory.OFFICER)
                .when(new JudgeEntitlement(id, false, null))
                .thenRefused("REASON_NEEDED");
        var refused = held.and().when(new JudgeEntitlement(id, false, "NOT_A_MEMBER"));
        refused.thenEvent(
                EntitlementRefused.class, e -> assertThat(e.refusedBy()).isEqualTo("officer"));
        assertThat(events(refused, BusinessKeyReleased.class)).hasSize(1);
        assertThat(refused.and().state(Ledger.FUND, CITY_FUND).balance(LedgerAccount.AVAILABLE))
                .isEqualTo(1_000_000);
    }

    @Test
    void wherePolicySaysRefuseAShortFundRefuses() {
        var story = RewardStory.fund(
                RewardStory.publish(RewardStory.staffed(), RewardStory.halfTuition()), CITY_FUND, 2015, 100);
        var refused = receive(RewardStory.studies(story, "1", 800_000), "1", RewardStory.graduated("1"));
        refused.thenEvent(
                EntitlementRefused.class,
                e -> assertThat(e.reasons().getFirst().code()).isEqualTo("FUND_SHORT"));
    }

    private Then<RewardCommand> heldInTheInventedCity() {
        var story = RewardStory.fund(
                RewardStory.publish(RewardStory.staffed(), RewardStory.halfTuition()), CITY_FUND, 2015, 1_000_000);
        return receive(RewardStory.studies(story, "1", 800_000), "1", RewardStory.graduated("1"));
    }

    private static Then<RewardCommand> receive(DomainFixture<RewardCommand> story, String n, Object event) {
        return story.whenReceived(ENROLLMENT, "enrollment/" + n, event);
    }

    private static String entitlement(Then<RewardCommand> then) {
        return events(then, EntitlementOpened.class).getFirst().entitlementId();
    }

    private static Stage stage(DomainFixture<RewardCommand> story, String id) {
        return story.state(Entitlements.ENTITLEMENT, id).stage();
    }

    private static <E> List<E> events(Then<RewardCommand> then, Class<E> type) {
        return then.recorded().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
