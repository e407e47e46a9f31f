package org.gongxue.reward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.DiplomaType;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.PayeeAccountRecorded;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.TuitionReceiptRecorded;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.fund.FundCommand.ConfirmAppropriation;
import org.gongxue.reward.fund.FundCommand.OpenFund;
import org.gongxue.reward.fund.FundCommand.ProposeAppropriation;
import org.gongxue.reward.policy.CanonicalJson;
import org.gongxue.reward.policy.PolicyCommand.ProposePolicy;
import org.gongxue.reward.policy.PolicyCommand.PublishPolicy;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyReader;

/** What tests tell again and again: the staff, the policies in their files, funds with money, and a learner's way. */
public final class RewardStory {

    public static final String MAKER = "user:maker";
    public static final String CHECKER = "user:checker";
    public static final String OFFICER = "user:officer";
    public static final String STRANGER = "user:stranger";
    public static final LocalDate AWARDED_ON = LocalDate.of(2017, 11, 10);
    public static final LocalDate TODAY = LocalDate.of(2018, 3, 15);
    public static final String TUITION_FUND = "tuition-2017";
    private static final String ENROLLMENT = "enrollment";

    private RewardStory() {}

    /** The business date stands and the staff is appointed. */
    public static DomainFixture<RewardCommand> staffed() {
        return staffed("");
    }

    /** The same, told by services whose names begin like this. */
    public static DomainFixture<RewardCommand> staffed(String sourcePrefix) {
        return DomainFixture.<RewardCommand>of(new RewardDomain(new CatalogCodec()))
                .withSourcesNamed(sourcePrefix)
                .givenReceived(ENROLLMENT, "calendar/main", new DayOpened(TODAY))
                .givenReceived(ENROLLMENT, "unit/u", unit("city", null, List.of("city")))
                .givenReceived(ENROLLMENT, "unit/u", unit("d1", "city", List.of("city", "d1")))
                .givenReceived(ENROLLMENT, "unit/u", unit("d2", "city", List.of("city", "d2")))
                .givenReceived(ENROLLMENT, "officer/o", appointed("maker", "*", StaffRole.ADMINISTRATOR))
                .givenReceived(ENROLLMENT, "officer/o", appointed("checker", "*", StaffRole.ADMINISTRATOR))
                .givenReceived(ENROLLMENT, "officer/o", appointed("maker", "*", StaffRole.FINANCE))
                .givenReceived(ENROLLMENT, "officer/o", appointed("checker", "*", StaffRole.FINANCE))
                .givenReceived(ENROLLMENT, "officer/o", appointed("officer", "d1", StaffRole.UNION_OFFICER))
                .by(MAKER);
    }

    /** The tuition refund of D2 is published. */
    public static DomainFixture<RewardCommand> withTuitionRefund() {
        return publish(staffed(), tuitionRefund());
    }

    /** Publishes a policy by its two persons. */
    public static DomainFixture<RewardCommand> publish(DomainFixture<RewardCommand> story, String document) {
        return story.by(MAKER)
                .givenCommands(propose(document))
                .by(CHECKER)
                .givenCommands(publication(document))
                .by(MAKER);
    }

    /** Opens a fund and lets this much arrive. */
    public static DomainFixture<RewardCommand> fund(
            DomainFixture<RewardCommand> story, String fundId, int year, long amountFen) {
        return money(story.givenCommands(new OpenFund(fundId, "样例", year, "样例")), fundId, 1, amountFen);
    }

    /** Lets money arrive in an open fund, under the n-th document. */
    public static DomainFixture<RewardCommand> money(
            DomainFixture<RewardCommand> story, String fundId, int number, long amountFen) {
        return story.by(MAKER)
                .givenCommands(new ProposeAppropriation(fundId, "样例〔2017〕" + number + "号", amountFen, TODAY))
                .by(CHECKER)
                .givenCommands(new ConfirmAppropriation(fundId, number))
                .by(MAKER);
    }

    /** The policy of D2, as it lies in the repository. */
    public static String tuitionRefund() {
        return file(Path.of("..", "policies", "qingdao-tuition-refund.json"));
    }

    /** The skill rewards of D4, as they lie in the repository. */
    public static String skillReward() {
        return file(Path.of("..", "policies", "qingdao-skill-reward.json"));
    }

    /** The grants of D5, as they lie in the repository. */
    public static String skillGrant() {
        return file(Path.of("..", "policies", "beijing-skill-grant.json"));
    }

    /** The other policy, of an invented city. */
    public static String halfTuition() {
        return file(Path.of("src", "test", "resources", "policies", "invented-city-half-tuition.json"));
    }

    /** The skill rewards of an invented city: two unions pay 60:40, nobody waits. */
    public static String skillMatch() {
        return file(Path.of("src", "test", "resources", "policies", "invented-city-skill-match.json"));
    }

    public static ProposePolicy propose(String document) {
        var canonical = CanonicalJson.of(document);
        var policy = PolicyReader.read(canonical);
        return new ProposePolicy(policy.policyId(), policy.version(), canonical);
    }

    public static PublishPolicy publication(String document) {
        var canonical = CanonicalJson.of(document);
        var policy = PolicyReader.read(canonical);
        return new PublishPolicy(policy.policyId(), policy.version(), CanonicalJson.digest(canonical));
    }

    public static PolicyDocument policy(String document) {
        return PolicyReader.read(CanonicalJson.of(document));
    }

    public static LearnerEnrolled enrolled(String n) {
        return new LearnerEnrolled(
                "enr-" + n, "learner-" + n, "p", 1, "10699", "S" + n, "d1", 80, LocalDate.of(2015, 3, 20));
    }

    public static GraduationConfirmed graduated(String n) {
        return graduated(n, "diploma-" + n, DegreeLevel.BACHELOR, 80, true);
    }

    public static GraduationConfirmed graduated(
            String n, String diploma, DegreeLevel level, int universityCredits, boolean stateRecognized) {
        return graduated(n, diploma, level, universityCredits, stateRecognized, AWARDED_ON);
    }

    public static GraduationConfirmed graduated(String n, LocalDate awardedOn) {
        return graduated(n, "diploma-" + n, DegreeLevel.BACHELOR, 80, true, awardedOn);
    }

    static GraduationConfirmed graduated(
            String n,
            String diploma,
            DegreeLevel level,
            int universityCredits,
            boolean stateRecognized,
            LocalDate awardedOn) {
        return new GraduationConfirmed(
                "enr-" + n,
                "learner-" + n,
                "10699",
                "p",
                1,
                level,
                diploma,
                DiplomaType.NETWORK,
                stateRecognized,
                true,
                80,
                universityCredits,
                universityCredits,
                0,
                awardedOn,
                "file/f#2");
    }

    public static TuitionReceiptRecorded paid(String n, long dueFen, long waivedFen) {
        return new TuitionReceiptRecorded(
                "enr-" + n,
                "learner-" + n,
                "R" + n,
                dueFen,
                waivedFen,
                dueFen - waivedFen,
                0,
                LocalDate.of(2015, 4, 1));
    }

    /** A learner enrolls and pays tuition. */
    public static DomainFixture<RewardCommand> studies(DomainFixture<RewardCommand> story, String n, long tuitionFen) {
        return story.givenReceived(ENROLLMENT, "enrollment/" + n, enrolled(n), paid(n, tuitionFen, 0));
    }

    /** A learner enrolls, pays, leaves a card and graduates. */
    public static DomainFixture<RewardCommand> graduates(
            DomainFixture<RewardCommand> story, String n, long tuitionFen) {
        return studies(story, n, tuitionFen)
                .givenReceived(ENROLLMENT, "learner/" + n, card(n, 1))
                .givenReceived(ENROLLMENT, "enrollment/" + n, graduated(n));
    }

    public static PayeeAccountRecorded card(String n, int version) {
        return new PayeeAccountRecorded("learner-" + n, "token-" + n + "-" + version, version);
    }

    private static OfficerAppointed appointed(String subject, String organization, StaffRole role) {
        return new OfficerAppointed(subject + "-" + role, subject, organization, role, LocalDate.of(2015, 1, 1), null);
    }

    private static UnitRegistered unit(String id, String parent, List<String> path) {
        return new UnitRegistered(
                id, parent, id, UnitLevel.DISTRICT, Ownership.NOT_APPLICABLE, Affiliation.NONE, null, null, path);
    }

    private static String file(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
