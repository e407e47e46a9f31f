package org.gongxue.reward.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.reward.SkillStory.cellPlaces;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongxue.eventlog.testing.Then;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.GroupPlaces;
import org.gongxue.events.reward.PlacesAllotted;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.events.reward.QuotaConfirmed;
import org.gongxue.events.reward.QuotaPlaceFreed;
import org.gongxue.events.reward.QuotaPlaceTaken;
import org.gongxue.events.reward.QuotaWaitlistJoined;
import org.gongxue.events.reward.QuotaWaitlistServed;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.SkillStory;
import org.gongxue.reward.policy.QuotaGrids;
import org.gongxue.reward.quota.QuotaCommand.ConfirmQuota;
import org.gongxue.reward.quota.QuotaCommand.ProposeQuota;
import org.gongxue.reward.quota.QuotaCommand.QuotaAnswer;
import org.gongxue.reward.quota.QuotaCommand.RejectQuota;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final String POLICY = SkillStory.POLICY;
    private static final String ALLOTMENT = "ALLOTMENT";
    private static final String REALLOCATION = "REALLOCATION";

    private final SkillStory story = SkillStory.of(SkillStory.places());

    @Test
    void placesAreThereOnceASecondPersonConfirmedThem() {
        var proposed = propose(cellPlaces("d1", "lower", 4), cellPlaces("d2", "upper", 1));
        assertThat(proposed.state()).isEqualTo("proposed");
        assertThat(story.cell("d1", "lower").places()).isZero();
        confirm(proposed)
                .thenEvent(
                        QuotaConfirmed.class,
                        e -> assertThat(e.totals())
                                .containsExactly(new GroupPlaces("lower", 4), new GroupPlaces("upper", 1)))
                .thenEvent(
                        PlacesAllotted.class,
                        e -> assertThat(e.cell()).isEqualTo(new QuotaCell(POLICY, 2018, "d1", "lower")));
        assertThat(story.cell("d1", "lower").places()).isEqualTo(4);
        assertThat(story.cell("d2", "upper").places()).isEqualTo(1);
        assertThat(story.cell("d1", "lower").used()).isZero();
    }

    @Test
    void whoProposesDoesNotConfirm() {
        var proposed = propose(cellPlaces("d1", "lower", 4));
        story.log()
                .by(RewardStory.MAKER)
                .when(new ConfirmQuota(POLICY, 2018, proposed.number(), proposed.digest()))
                .thenRefused("MAKER_IS_CHECKER");
    }

    @Test
    void exactlyWhatWasProposedIsConfirmed() {
        var proposed = propose(cellPlaces("d1", "lower", 4));
        story.log()
                .by(RewardStory.CHECKER)
                .when(new ConfirmQuota(POLICY, 2018, proposed.number(), "00"))
                .thenRefused("QUOTA_CHANGED");
        confirm(proposed);
        confirm(proposed).thenRefused("QUOTA_PROPOSAL_SETTLED");
        story.log().when(new ConfirmQuota(POLICY, 2018, 9, "00")).thenRefused("QUOTA_PROPOSAL_UNKNOWN");
    }

    @Test
    void anotherCellOrOtherPlacesAreAnotherDigest() {
        var cells = List.of(cellPlaces("d1", "lower", 4));
        assertThat(List.of(
                        QuotaGrids.digest(POLICY, 2018, 1, cells),
                        QuotaGrids.digest(POLICY, 2018, 2, cells),
                        QuotaGrids.digest(POLICY, 2019, 1, cells),
                        QuotaGrids.digest("p", 2018, 1, cells),
                        QuotaGrids.digest(POLICY, 2018, 1, List.of(cellPlaces("d1", "lower", 5))),
                        QuotaGrids.digest(POLICY, 2018, 1, List.of(cellPlaces("d1", "upper", 4))),
                        QuotaGrids.digest(POLICY, 2018, 1, List.of(cellPlaces("d2", "lower", 4)))))
                .doesNotHaveDuplicates();
    }

    @Test
    void oneProposalWaitsAtATimeAndARejectedOneMakesRoom() {
        var first = propose(cellPlaces("d1", "lower", 4));
        proposing(ALLOTMENT, cellPlaces("d2", "lower", 1)).thenRefused("QUOTA_PROPOSAL_OPEN");
        story.log().by(RewardStory.MAKER).givenCommands(new RejectQuota(POLICY, 2018, first.number()));
        confirm(first).thenRefused("QUOTA_PROPOSAL_SETTLED");
        assertThat(propose(cellPlaces("d2", "lower", 1)).number()).isEqualTo(2);
    }

    @Test
    void noGroupGoesAboveThePolicysCeilingWhateverTheCells() {
        confirm(propose(cellPlaces("d1", "lower", 4)));
        proposing(ALLOTMENT, cellPlaces("d2", "lower", 3)).thenRefused(refusal -> {
            assertThat(refusal.code()).isEqualTo("QUOTA_ABOVE_CEILING");
            assertThat(refusal.value()).isEqualTo("7");
            assertThat(refusal.needed()).isEqualTo("<= 6");
            assertThat(refusal.facts()).isEqualTo(Map.of("group", "lower", "year", "2018"));
        });
        confirm(propose(cellPlaces("d2", "lower", 2)));
        var moved = proposing(REALLOCATION, cellPlaces("d1", "lower", 1), cellPlaces("d2", "lower", 5))
                .answer(QuotaAnswer.class);
        confirm(moved)
                .thenEvent(
                        QuotaConfirmed.class, e -> assertThat(e.totals()).containsExactly(new GroupPlaces("lower", 6)));
    }

    @Test
    void whatOneGroupComesToStaysKnownWhenAnotherIsAllotted() {
        confirm(propose(cellPlaces("d1", "lower", 4)));
        confirm(propose(cellPlaces("d1", "upper", 2)))
                .thenEvent(
                        QuotaConfirmed.class,
                        e -> assertThat(e.totals())
                                .containsExactly(new GroupPlaces("lower", 4), new GroupPlaces("upper", 2)));
        proposing(ALLOTMENT, cellPlaces("d2", "lower", 3)).thenRefused("QUOTA_ABOVE_CEILING");
    }

    @Test
    void placesMoveButNeverBelowWhatIsInUseNotEvenIfTheyWereTakenMeanwhile() {
        confirm(propose(cellPlaces("d1", "lower", 4)));
        story.funds(2018, 1_000, 1_000).learner("1", "g1").learner("2", "g1");
        story.claim("1");
        var open = proposing(REALLOCATION, cellPlaces("d1", "lower", 1), cellPlaces("d2", "lower", 5))
                .answer(QuotaAnswer.class);
        story.claim("2");
        confirm(open).thenRefused(refusal -> {
            assertThat(refusal.code()).isEqualTo("QUOTA_BELOW_USE");
            assertThat(refusal.field()).isEqualTo("cells[0].places");
            assertThat(refusal.facts()).isEqualTo(Map.of("unit", "d1", "group", "lower", "used", "2"));
        });
        story.log().givenCommands(new RejectQuota(POLICY, 2018, open.number()));
        proposing(REALLOCATION, cellPlaces("d1", "lower", 1)).thenRefused("QUOTA_BELOW_USE");
        confirm(proposing(REALLOCATION, cellPlaces("d1", "lower", 2), cellPlaces("d2", "lower", 4))
                .answer(QuotaAnswer.class));
        assertThat(story.cell("d1", "lower"))
                .isEqualTo(new QuotaCellState(new QuotaCell(POLICY, 2018, "d1", "lower"), 2, 2, 0, 0));
    }

    @Test
    void whereCellsHavePlacesTheReasonIsAReallocationOrACorrection() {
        confirm(propose(cellPlaces("d1", "lower", 4)));
        proposing(ALLOTMENT, cellPlaces("d1", "lower", 3)).thenRefused("QUOTA_REASON_NEEDED");
        proposing("BECAUSE", cellPlaces("d1", "lower", 3)).thenRefused("QUOTA_REASON_UNKNOWN");
        confirm(proposing("CORRECTION", cellPlaces("d1", "lower", 3)).answer(QuotaAnswer.class));
    }

    @Test
    void cellsAreOfKnownUnitsAndOfGroupsWithACeilingEachOnce() {
        proposing(ALLOTMENT, cellPlaces("d9", "lower", 1)).thenRefused("QUOTA_UNIT_UNKNOWN");
        proposing(ALLOTMENT, cellPlaces("第一 分会", "lower", 1)).thenRefused("QUOTA_UNIT_UNKNOWN");
        proposing(ALLOTMENT, cellPlaces("*", "lower", 1)).thenRefused("QUOTA_UNIT_UNKNOWN");
        proposing(ALLOTMENT, cellPlaces("d1", "middle", 1)).thenRefused(refusal -> {
            assertThat(refusal.code()).isEqualTo("QUOTA_NO_CEILING");
            assertThat(refusal.needed()).isEqualTo("upper, lower");
        });
        proposing(ALLOTMENT, cellPlaces("d1", "lower", 1), cellPlaces("d1", "lower", 2))
                .thenRefused("QUOTA_CELL_TWICE");
        proposing(ALLOTMENT, cellPlaces("d1", "lower", -1)).thenRefused("QUOTA_PLACES_RANGE");
        proposing(ALLOTMENT).thenRefused("QUOTA_CELLS_COUNT");
        proposing(
                        ALLOTMENT,
                        IntStream.range(0, ProposeQuota.CELLS_MAX + 1)
                                .mapToObj(i -> cellPlaces("u" + i, "lower", 0))
                                .toArray(CellPlaces[]::new))
                .thenRefused("QUOTA_CELLS_COUNT");
    }

    @Test
    void twoHundredCellsFitOneProposalUnlessTheirNamesAreTooLong() {
        var cells = IntStream.range(0, ProposeQuota.CELLS_MAX)
                .mapToObj(i -> cellPlaces("unit-" + (1000 + i / 2), i % 2 == 0 ? "lower" : "upper", 0))
                .toArray(CellPlaces[]::new);
        IntStream.range(0, 100).forEach(i -> story.unit("unit-" + (1000 + i), List.of("city", "unit-" + (1000 + i))));
        confirm(propose(cells)).thenDecided();
        var long60 = "u".repeat(56);
        proposing(
                        ALLOTMENT,
                        IntStream.range(0, ProposeQuota.CELLS_MAX)
                                .mapToObj(i -> cellPlaces(long60 + (1000 + i), "lower", 0))
                                .toArray(CellPlaces[]::new))
                .thenRefused("EVENT_TOO_LARGE");
    }

    @Test
    void thePolicyVersionIsPublishedHasPlacesThatYearAndIsTheNewestThatDoes() {
        story.log().by(RewardStory.MAKER);
        var cells = List.of(cellPlaces("d1", "lower", 1));
        story.log().when(new ProposeQuota(POLICY, 2, 2018, ALLOTMENT, cells)).thenRefused("POLICY_UNKNOWN");
        story.log().when(new ProposeQuota(POLICY, 1, 2025, ALLOTMENT, cells)).thenRefused("QUOTA_NO_CEILING");
        var second = SkillStory.places()
                .replace("\"version\": 1", "\"version\": 2")
                .replace("2017-01-01", "2021-01-01")
                .replace("2020-12-31", "2021-12-31");
        story.log().givenCommands(RewardStory.propose(second));
        story.log().when(new ProposeQuota(POLICY, 2, 2018, ALLOTMENT, cells)).thenRefused("POLICY_UNKNOWN");
        var open = propose(cellPlaces("d1", "lower", 1));
        story.log().by(RewardStory.CHECKER).givenCommands(RewardStory.publication(second));
        confirm(open).thenRefused("QUOTA_POLICY_SUPERSEDED");
        story.log().givenCommands(new RejectQuota(POLICY, 2018, open.number())).by(RewardStory.MAKER);
        story.log()
                .when(new ProposeQuota(POLICY, 1, 2018, ALLOTMENT, cells))
                .thenRefused(refusal -> assertThat(refusal.needed()).isEqualTo("2"));
        story.log().givenCommands(new ProposeQuota(POLICY, 2, 2018, ALLOTMENT, cells));
    }

    @Test
    void aPolicyWithoutPlacesHasNoneToAllot() {
        RewardStory.publish(story.log(), RewardStory.tuitionRefund());
        story.log()
                .when(new ProposeQuota("qingdao-tuition-refund", 1, 2018, ALLOTMENT, List.of(cellPlaces("d1", "*", 1))))
                .thenRefused("QUOTA_NO_CEILING");
    }

    @Test
    void inAYearThatIsOverNothingIsAllotted() {
        var open = propose(cellPlaces("d1", "lower", 1));
        story.day(LocalDate.of(2019, 1, 1));
        confirm(open).thenRefused("QUOTA_YEAR_ENDED");
        story.log().givenCommands(new RejectQuota(POLICY, 2018, open.number()));
        proposing(ALLOTMENT, cellPlaces("d1", "lower", 1)).thenRefused("QUOTA_YEAR_ENDED");
    }

    @Test
    void placesOfMemberUnitsAreAllottedToTheRootAndTheUnitsJustBelowIt() {
        proposing(ALLOTMENT, cellPlaces("d1", "lower", 1), cellPlaces("g1", "lower", 1))
                .thenRefused(refusal -> {
                    assertThat(refusal.code()).isEqualTo("QUOTA_UNIT_UNKNOWN");
                    assertThat(refusal.field()).isEqualTo("cells[1].unitId");
                    assertThat(refusal.value()).isEqualTo("g1");
                });
        propose(cellPlaces("d1", "lower", 1), cellPlaces("city", "lower", 1));
    }

    @Test
    void anOfficerAllotsToTheUnitsBelowTheOwnUnionAndToNoOther() {
        var story = SkillStory.of(SkillStory.places().replace("unit.memberUnitId", "learner.unitId"));
        story.appoint("d1-officer", "d1", StaffRole.UNION_OFFICER).appoint("d1-second", "d1", StaffRole.UNION_OFFICER);
        var own = new ProposeQuota(POLICY, 1, 2018, ALLOTMENT, List.of(cellPlaces("g1", "lower", 0)));
        story.log()
                .by("user:d1-officer")
                .when(new ProposeQuota(POLICY, 1, 2018, ALLOTMENT, List.of(cellPlaces("g1", "lower", 1))))
                .thenRefused("QUOTA_TOTAL_RAISED");
        var proposed = story.log().by("user:d1-officer").when(own).answer(QuotaAnswer.class);
        story.log()
                .by("user:officer-of-nothing")
                .when(new ConfirmQuota(POLICY, 2018, 1, proposed.digest()))
                .thenRefused("NOT_APPOINTED");
        story.log().when(new RejectQuota(POLICY, 2018, 1)).thenRefused("NOT_APPOINTED");
        story.log().by("user:d1-second").givenCommands(new ConfirmQuota(POLICY, 2018, 1, proposed.digest()));
        for (var unit : List.of("d1", "d2", "city", "*", "nowhere")) {
            story.log()
                    .when(new ProposeQuota(
                            POLICY,
                            1,
                            2018,
                            REALLOCATION,
                            List.of(cellPlaces("g1", "lower", 1), cellPlaces(unit, "lower", 1))))
                    .thenRefused("NOT_APPOINTED");
        }
        story.log()
                .by("user:chief")
                .when(new ProposeQuota(POLICY, 1, 2018, REALLOCATION, List.of(cellPlaces("d1", "lower", 1))))
                .answer(QuotaAnswer.class);
    }

    @Test
    void placesThatAreNotDividedByUnitAreTheWholesAlone() {
        var whole = SkillStory.of(SkillStory.places().replace("    \"unitBy\": \"unit.memberUnitId\",\n", ""));
        whole.log()
                .when(new ProposeQuota(POLICY, 1, 2018, ALLOTMENT, List.of(cellPlaces("d1", "lower", 1))))
                .thenRefused(refusal -> assertThat(refusal.needed()).isEqualTo("*"));
        whole.allot(2018, cellPlaces("*", "lower", 1)).funds(2018, 1_000, 1_000).learner("1", "g1");
        whole.claim("1");
        assertThat(whole.cell("*", "lower").used()).isEqualTo(1);
    }

    @Test
    void everyEventOfACellIsCheckedWhenItIsFolded() {
        var cell = new QuotaCell(POLICY, 2018, "d1", "lower");
        var one = QuotaCells.evolve(QuotaCellState.NONE, new PlacesAllotted(cell, 1, 1));
        var full = QuotaCells.evolve(one, new QuotaPlaceTaken(cell, "E-1"));
        broken(full, new QuotaPlaceTaken(cell, "E-2"), "2 of 1 places in use");
        broken(one, new QuotaPlaceFreed(cell, "E-1", "X"), "-1 of 1 places in use");
        broken(full, new PlacesAllotted(cell, 0, 2), "1 of 0 places in use");
        broken(full, new QuotaWaitlistJoined(cell, "E-2", 2), "skips a position");
        broken(full, new QuotaWaitlistServed(cell, 1), "serves positions that nobody holds");
        broken(full, new QuotaPlaceFreed(new QuotaCell(POLICY, 2018, "d2", "lower"), "E-1", "X"), "another cell");
        var waiting = QuotaCells.evolve(full, new QuotaWaitlistJoined(cell, "E-2", 1));
        assertThat(waiting.hasWaiting()).isTrue();
        broken(waiting, new QuotaWaitlistServed(cell, 2), "serves positions that nobody holds");
        assertThat(QuotaCells.evolve(waiting, new QuotaWaitlistServed(cell, 1)).hasWaiting())
                .isFalse();
    }

    private static void broken(QuotaCellState state, Object event, String message) {
        assertThatThrownBy(() -> QuotaCells.evolve(state, event))
                .isInstanceOf(QuotaBrokenException.class)
                .hasMessageContaining(message);
    }

    private Then<RewardCommand> proposing(String reason, CellPlaces... cells) {
        return story.log().by(RewardStory.MAKER).when(new ProposeQuota(POLICY, 1, 2018, reason, List.of(cells)));
    }

    private QuotaAnswer propose(CellPlaces... cells) {
        return proposing(ALLOTMENT, cells).answer(QuotaAnswer.class);
    }

    private Then<RewardCommand> confirm(QuotaAnswer proposed) {
        return story.log()
                .by(RewardStory.CHECKER)
                .when(new ConfirmQuota(POLICY, 2018, proposed.number(), proposed.digest()));
    }
}
