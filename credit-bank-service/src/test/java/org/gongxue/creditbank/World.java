package org.gongxue.creditbank;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.creditbank.conversion.ConvertOutcome;
import org.gongxue.creditbank.conversionrule.ProposeConversionRule;
import org.gongxue.creditbank.conversionrule.PublishConversionRule;
import org.gongxue.creditbank.issuer.ConfirmIssuer;
import org.gongxue.creditbank.issuer.IssuerProposal;
import org.gongxue.creditbank.issuer.ProposeIssuer;
import org.gongxue.creditbank.outcome.DepositOutcome;
import org.gongxue.creditbank.recognition.Claim;
import org.gongxue.creditbank.revocation.ProposeRevocation;
import org.gongxue.creditbank.revocation.RevocationReason;
import org.gongxue.creditbank.revocation.RevokeOutcome;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.ConversionTerms;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.boot.CatalogCodec;

/**
 * A small city to tell stories in: two districts with a firm each, officers, two administrators, an auditor, two
 * learners at the firm in 市南 and one at the firm in 崂山. 样例.
 */
public final class World {

    public static final LocalDate TODAY = LocalDate.of(2017, 6, 1);

    public static final Asker WANG = new Asker("sub-wang", false);
    public static final Asker LI = new Asker("sub-li", false);
    public static final Asker STRANGER = new Asker("sub-stranger", false);
    public static final Asker OFFICER = new Asker("sub-officer-shinan", true);
    public static final Asker OTHER_OFFICER = new Asker("sub-officer-laoshan", true);
    public static final Asker CITY_OFFICER = new Asker("sub-officer-city", true);
    public static final Asker ADMIN = new Asker("sub-admin-1", false);
    public static final Asker SECOND_ADMIN = new Asker("sub-admin-2", false);
    public static final Asker DISTRICT_ADMIN = new Asker("sub-admin-shinan", false);

    /** A 16-digit number of 2017 at level 3 (高级工). */
    public static final String SENIOR_2017 = "1737021001312345";

    /** The issuer that {@link #SENIOR_2017} names. */
    public static final String ISSUER = "37021001";

    /** Skill certificates of every occupation and level. */
    public static final IssuerScope EVERYTHING = new IssuerScope(
            OutcomeKind.SKILL_CERTIFICATE,
            List.of(IssuerScope.ALL),
            SkillLevel.APPRENTICE,
            SkillLevel.CHIEF_TECHNICIAN);

    private World() {}

    /** The city on {@link #TODAY}. */
    public static DomainFixture<CreditBankCommand> city() {
        return DomainFixture.<CreditBankCommand>of(new CreditBankDomain(new CatalogCodec()))
                .givenReceived("enrollment", "calendar/main", new DayOpened(TODAY))
                .givenReceived("enrollment", "unit/qd", unit("qd", null, UnitLevel.CITY, List.of("qd")))
                .givenReceived("enrollment", "unit/shinan", district("shinan"), firm("firm-a", "shinan"))
                .givenReceived("enrollment", "unit/laoshan", district("laoshan"), firm("firm-b", "laoshan"))
                .givenReceived(
                        "enrollment",
                        "officer/any",
                        appointed("sub-officer-shinan", "shinan", StaffRole.UNION_OFFICER),
                        appointed("sub-officer-laoshan", "laoshan", StaffRole.UNION_OFFICER),
                        appointed("sub-officer-city", "qd", StaffRole.UNION_OFFICER),
                        appointed("sub-admin-1", "*", StaffRole.ADMINISTRATOR),
                        appointed("sub-admin-2", "qd", StaffRole.ADMINISTRATOR),
                        appointed("sub-admin-shinan", "shinan", StaffRole.ADMINISTRATOR),
                        appointed("sub-auditor", "*", StaffRole.AUDITOR))
                .givenReceived(
                        "enrollment",
                        "learner/any",
                        learner("wang", "firm-a", "sub-wang"),
                        learner("li", "firm-a", "sub-li"),
                        learner("zhao", "firm-b", null))
                .givenCommands(register(ISSUER, EVERYTHING));
    }

    /** An issuer's first entry in the register, from 2010 on and open-ended. */
    public static CreditBankCommand[] register(String issuerCode, IssuerScope... scopes) {
        return registered(
                1,
                new ProposeIssuer(
                        issuerCode, "青岛职业技能鉴定中心（样例）", List.of(scopes), LocalDate.of(2010, 1, 1), null, ADMIN));
    }

    /** The proposal that is an issuer's n-th, and its confirmation by the second administrator. */
    public static CreditBankCommand[] registered(int number, ProposeIssuer proposal) {
        var digest = IssuerProposal.digest(
                proposal.issuerCode(), proposal.name(), proposal.scopes(), proposal.from(), proposal.until());
        return new CreditBankCommand[] {proposal, new ConfirmIssuer(proposal.issuerCode(), number, digest, SECOND_ADMIN)
        };
    }

    /** One administrator proposes to revoke an outcome, the second confirms. */
    public static CreditBankCommand[] revoke(String outcomeId, RevocationReason reason) {
        return new CreditBankCommand[] {
            new ProposeRevocation(outcomeId, reason, ADMIN), new RevokeOutcome(outcomeId, reason, SECOND_ADMIN)
        };
    }

    /** The city with wang enrolled in {@code mechanics} and a published rule for it. */
    public static DomainFixture<CreditBankCommand> cityWithRule() {
        return city().givenReceived("enrollment", "enrollment/e-wang", enrolled("e-wang", "wang"))
                .givenCommands(
                        new ProposeConversionRule("fitter", terms(3, 3, 2), ADMIN),
                        new PublishConversionRule("fitter", 1, SECOND_ADMIN));
    }

    /** Occupation 6-31-01-03 from 中级工 on counts as courses of these credits, at most 10 in an enrollment. */
    public static ConversionTerms terms(int... credits) {
        var courses = java.util.stream.IntStream.range(0, credits.length)
                .mapToObj(i -> new ConvertedCourse("ME-" + (i + 1), "课程" + (i + 1), credits[i]))
                .toList();
        return new ConversionTerms(
                "mechanics",
                List.of("6-31-01-03", "6-18-01-01"),
                SkillLevel.INTERMEDIATE,
                courses,
                10,
                LocalDate.of(2015, 1, 1),
                null);
    }

    public static LearnerEnrolled enrolled(String enrollmentId, String learnerId) {
        return new LearnerEnrolled(
                enrollmentId,
                learnerId,
                "mechanics",
                1,
                "10699",
                "S-" + enrollmentId,
                "firm-a",
                80,
                LocalDate.of(2015, 3, 20));
    }

    public static LearnerRegistered learner(String learnerId, String unitId, String subject) {
        return new LearnerRegistered(
                learnerId, "token-" + learnerId, unitId, EducationLevel.SENIOR_SECONDARY, subject, "sub-officer");
    }

    /** A deposit of occupation 6-31-01-03 whose claim fits {@link #SENIOR_2017}. */
    public static DepositOutcome deposit(String outcomeId, String learnerId, Asker asker, String number) {
        return deposit(outcomeId, learnerId, asker, number, "6-31-01-03", SkillLevel.SENIOR, LocalDate.of(2017, 5, 20));
    }

    public static DepositOutcome deposit(
            String outcomeId,
            String learnerId,
            Asker asker,
            String number,
            String occupationCode,
            SkillLevel level,
            LocalDate issuedOn) {
        var claim = Claim.skillCertificate(CertificateNumber.normalized(number), level, null);
        return deposit(outcomeId, learnerId, asker, number, claim, occupationCode, issuedOn);
    }

    /** A deposit of any document. */
    public static DepositOutcome deposit(
            String outcomeId,
            String learnerId,
            Asker asker,
            String number,
            Claim claim,
            String occupationCode,
            LocalDate issuedOn) {
        return new DepositOutcome(
                outcomeId,
                learnerId,
                asker,
                token(number),
                claim,
                occupationCode,
                "2015",
                "电工",
                issuedOn,
                AcquisitionRoute.TRAINING);
    }

    public static String token(String number) {
        return "token-of-" + CertificateNumber.normalized(number).hashCode();
    }

    public static ConvertOutcome convert(String conversionId, String outcomeId, Asker asker) {
        return new ConvertOutcome(conversionId, outcomeId, "e-wang", asker);
    }

    private static UnitRegistered district(String id) {
        return unit(id, "qd", UnitLevel.DISTRICT, List.of("qd", id));
    }

    private static UnitRegistered firm(String id, String district) {
        return unit(id, district, UnitLevel.GRASSROOTS, List.of("qd", district, id));
    }

    private static UnitRegistered unit(String id, String parentId, UnitLevel level, List<String> path) {
        return new UnitRegistered(
                id, parentId, id + "工会（样例）", level, Ownership.PRIVATE, Affiliation.DISTRICT, null, null, path);
    }

    private static OfficerAppointed appointed(String subject, String organizationId, StaffRole role) {
        return new OfficerAppointed("a-" + subject, subject, organizationId, role, LocalDate.of(2015, 1, 1), null);
    }
}
