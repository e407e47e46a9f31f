package org.gongxue.reward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.eventlog.testing.Then;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.policy.CanonicalJson;
import org.gongxue.reward.quota.QuotaCellState;
import org.gongxue.reward.quota.QuotaCells;
import org.gongxue.reward.quota.QuotaCommand.ConfirmQuota;
import org.gongxue.reward.quota.QuotaCommand.ProposeQuota;
import org.gongxue.reward.quota.QuotaCommand.QuotaAnswer;
import org.jspecify.annotations.Nullable;

/** Tells of skill certificates: an invented city rewards them in two groups, within places, out of two funds. */
public final class SkillStory {

    public static final String POLICY = "invented-city-skill-places";
    public static final String SKILL_FUND = "skill-2018";
    public static final String MATCH_FUND = "match-2018";
    private static final String CREDIT_BANK = "credit-bank";
    private static final String ENROLLMENT = "enrollment";

    private final DomainFixture<RewardCommand> log;
    private LocalDate today = RewardStory.TODAY;

    private SkillStory(DomainFixture<RewardCommand> log) {
        this.log = log;
    }

    /** These policies are published; no places are allotted and no fund is open. Two learners of each district are known. */
    public static SkillStory of(String... policies) {
        var story = new SkillStory(RewardStory.staffed());
        for (var policy : policies) {
            RewardStory.publish(story.log, policy);
        }
        story.unit("g1", List.of("city", "d1", "g1"));
        story.appoint("chief", "city", StaffRole.UNION_OFFICER);
        return story;
    }

    /** The policy of the invented city. */
    public static String places() {
        try {
            return Files.readString(Path.of("src", "test", "resources", "policies", "invented-city-skill-places.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DomainFixture<RewardCommand> log() {
        return log;
    }

    public LocalDate today() {
        return today;
    }

    /** The business date moves on. */
    public SkillStory day(LocalDate date) {
        today = date;
        log.givenReceived(ENROLLMENT, "calendar/main", new DayOpened(date));
        return this;
    }

    public void unit(String id, List<String> path) {
        log.givenReceived(
                ENROLLMENT,
                "unit/u",
                new UnitRegistered(
                        id,
                        path.get(path.size() - 2),
                        id,
                        UnitLevel.GRASSROOTS,
                        Ownership.PRIVATE,
                        Affiliation.NONE,
                        null,
                        null,
                        path));
    }

    public SkillStory appoint(String subject, String organization, StaffRole role) {
        log.givenReceived(
                ENROLLMENT,
                "officer/o",
                new OfficerAppointed(
                        subject + "-" + role + organization,
                        subject,
                        organization,
                        role,
                        LocalDate.of(2015, 1, 1),
                        null));
        return this;
    }

    /** A worker of a unit is known, and has left a card. */
    public SkillStory learner(String n, String unitId) {
        log.givenReceived(ENROLLMENT, "learner/learner-" + n, registered(n, unitId), RewardStory.card(n, 1));
        return this;
    }

    public static LearnerRegistered registered(String n, String unitId) {
        return new LearnerRegistered(
                "learner-" + n, "token-" + n, unitId, EducationLevel.SENIOR_SECONDARY, null, "test");
    }

    /** The credit bank recognises a certificate; the learner's number is the outcome's until a colon. */
    public Then<RewardCommand> claim(String outcome, String occupation, @Nullable SkillLevel held, SkillLevel reached) {
        deposit(outcome, occupation, reached);
        return log.whenReceived(
                CREDIT_BANK,
                "outcome/" + outcome,
                new OutcomeRecognized(outcome, learnerOf(outcome), reached, held, held));
    }

    /** From no level to the first: the lower group. */
    public Then<RewardCommand> claim(String outcome) {
        return claim(outcome, "welder", null, SkillLevel.BEGINNER);
    }

    /** From the third level to the fourth: the upper group. */
    public Then<RewardCommand> claimUpper(String outcome) {
        return claim(outcome, "welder", SkillLevel.INTERMEDIATE, SkillLevel.SENIOR);
    }

    /** A certificate handed in today is recognised only when the business date has moved on. */
    public Then<RewardCommand> claimedBefore(String outcome, LocalDate recognizedOn) {
        deposit(outcome, "welder", SkillLevel.BEGINNER);
        day(recognizedOn);
        return log.whenReceived(
                CREDIT_BANK,
                "outcome/" + outcome,
                new OutcomeRecognized(outcome, learnerOf(outcome), SkillLevel.BEGINNER, null, null));
    }

    /** The credit bank refuses a certificate. */
    public Then<RewardCommand> refusedClaim(String outcome, RefusalReason... reasons) {
        deposit(outcome, "welder", SkillLevel.BEGINNER);
        return log.whenReceived(
                CREDIT_BANK, "outcome/" + outcome, new OutcomeRefused(outcome, learnerOf(outcome), List.of(reasons)));
    }

    /** The credit bank revokes what it recognised. */
    public Then<RewardCommand> revoke(String outcome) {
        return log.whenReceived(
                CREDIT_BANK,
                "outcome/" + outcome,
                new OutcomeRevoked(outcome, learnerOf(outcome), "FALSE_CERTIFICATE", today));
    }

    private void deposit(String outcome, String occupation, SkillLevel reached) {
        log.givenReceived(
                CREDIT_BANK,
                "outcome/" + outcome,
                new OutcomeDeposited(
                        outcome,
                        learnerOf(outcome),
                        OutcomeKind.SKILL_CERTIFICATE,
                        "token-" + outcome,
                        CertificateForm.DIGITS_16,
                        null,
                        occupation,
                        "2015",
                        occupation,
                        reached,
                        null,
                        null,
                        LocalDate.of(2017, 6, 1),
                        AcquisitionRoute.TRAINING,
                        today,
                        "user:officer"));
    }

    private static String learnerOf(String outcome) {
        return "learner-" + outcome.split(":", 2)[0];
    }

    /** Two persons give cells of the year their places, whatever they had before. */
    public SkillStory allot(int year, CellPlaces... cells) {
        return allot(POLICY, year, cells);
    }

    public SkillStory allot(String policyId, int year, CellPlaces... cells) {
        log.by(RewardStory.MAKER);
        var proposed = log.when(new ProposeQuota(policyId, 1, year, "CORRECTION", List.of(cells)))
                .answer(QuotaAnswer.class);
        log.by(RewardStory.CHECKER)
                .givenCommands(new ConfirmQuota(policyId, year, proposed.number(), proposed.digest()))
                .by(RewardStory.MAKER);
        return this;
    }

    /** Both funds of a year are open and have this much. */
    public SkillStory funds(int year, long skillFen, long matchFen) {
        RewardStory.fund(log, "skill-" + year, year, skillFen);
        RewardStory.fund(log, "match-" + year, year, matchFen);
        return this;
    }

    public QuotaCellState cell(String unitId, String group) {
        return log.state(QuotaCells.CELL, cellId(unitId, group));
    }

    public static String cellId(String unitId, String group) {
        return QuotaCells.cellId(new QuotaCell(POLICY, 2018, unitId, group));
    }

    public long balance(String fundId, LedgerAccount account) {
        return log.state(Ledger.FUND, fundId).balance(account);
    }

    /** The entitlement that an outcome opened under the policy of the invented city. */
    public String id(String outcome) {
        return id(POLICY, outcome);
    }

    public static String id(String policyId, String outcome) {
        return "E-" + CanonicalJson.digest(policyId + " outcome/" + outcome).substring(0, 16);
    }

    public EntitlementState state(String outcome) {
        return log.state(Entitlements.ENTITLEMENT, id(outcome));
    }

    public Stage stage(String outcome) {
        return state(outcome).stage();
    }

    /** Every entitlement, in the order they were opened. */
    public List<String> entitlements() {
        return all(EntitlementOpened.class, EntitlementOpened::entitlementId);
    }

    public <E, V> List<V> all(Class<E> type, Function<E, V> what) {
        return log.events().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .map(what)
                .toList();
    }

    public static <E> List<E> events(Then<RewardCommand> then, Class<E> type) {
        return then.recorded().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public static CellPlaces cellPlaces(String unitId, String group, int places) {
        return new CellPlaces(unitId, group, places);
    }
}
