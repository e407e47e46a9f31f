package org.gongxue.enrollment.graduation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.graduation.GraduationClaim.Match;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.study.EnrollmentState;
import org.gongxue.enrollment.study.Enrollments;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.DegreeProgramPublished;
import org.gongxue.events.enrollment.RowReason;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The one check of a reported graduation, for files and messages alike. It looks at everything and gives all reasons,
 * in the order in which a registrar would mend them.
 */
final class GraduationCheck {

    private GraduationCheck() {}

    /** Why the claim cannot be taken; empty when it can, or when it repeats what was taken. */
    static List<RowReason> reasons(View view, String universityId, GraduationClaim claim) {
        var reasons = new ArrayList<RowReason>();
        if (claim.diploma() instanceof DiplomaNumber.Unreadable(var code, var value, var needed)) {
            reasons.add(new RowReason(code, DiplomaNumber.FIELD, value, needed));
        }
        reasons.addAll(claim.unreadable());
        var enrollment = enrollment(view, universityId, claim);
        var program = enrollment
                .map(EnrollmentState::facts)
                .map(f -> Programs.version(view, f.programId(), f.programVersion())
                        .orElseThrow());
        if (claim.diploma() instanceof DiplomaNumber.Read diploma) {
            var level = program.map(DegreeProgramPublished::level).or(() -> Optional.ofNullable(claim.level()));
            mismatches(reasons, diploma, universityId, claim.awardedOn(), level.orElse(null));
        }
        if (enrollment.isEmpty()) {
            if (claim.studentNumber() != null) {
                reasons.add(new RowReason("NOT_ENROLLED_HERE", "studentNumber", null, null));
            }
            return List.copyOf(reasons);
        }
        identity(reasons, enrollment.get(), claim);
        standing(reasons, enrollment.get(), claim, BusinessCalendar.today(view));
        credits(reasons, program.orElseThrow(), claim);
        if (claim.diploma() instanceof DiplomaNumber.Read diploma) {
            uniqueness(reasons, view, enrollment.get(), diploma);
        }
        return List.copyOf(reasons);
    }

    /** The enrollment that the claim's student number names at the university. */
    static Optional<EnrollmentState> enrollment(View view, String universityId, GraduationClaim claim) {
        return claim.studentNumber() == null
                ? Optional.empty()
                : Enrollments.find(view, universityId, claim.studentNumber());
    }

    private static void mismatches(
            List<RowReason> reasons,
            DiplomaNumber.Read diploma,
            String universityId,
            @Nullable LocalDate awardedOn,
            @Nullable DegreeLevel level) {
        if (!diploma.schoolCode().equals(universityId)) {
            reasons.add(mismatch(diploma.schoolCode(), universityId));
        }
        if (diploma.type().isEmpty()) {
            reasons.add(mismatch(diploma.typeDigit(), "1, 5, 6, 7"));
        }
        if (awardedOn != null && diploma.year() != awardedOn.getYear()) {
            reasons.add(mismatch(Integer.toString(diploma.year()), Integer.toString(awardedOn.getYear())));
        }
        if (level != null && !Optional.of(level).equals(diploma.level())) {
            reasons.add(mismatch(diploma.levelDigits(), level == DegreeLevel.BACHELOR ? "05" : "06"));
        }
    }

    private static RowReason mismatch(String value, String needed) {
        return new RowReason("DIPLOMA_NUMBER_MISMATCH", DiplomaNumber.FIELD, value, needed);
    }

    private static void identity(List<RowReason> reasons, EnrollmentState enrollment, GraduationClaim claim) {
        var match = claim.identity();
        var compared = enrollment.facts().learnerId().equals(match.learnerId());
        var given = match.idNumber() != Match.NOT_GIVEN || match.name() != Match.NOT_GIVEN;
        if (!compared || !given || match.idNumber() == Match.DIFFERENT) {
            reasons.add(new RowReason("IDENTITY_MISMATCH", "idNumber", null, null));
        }
        if (compared && match.name() == Match.DIFFERENT) {
            reasons.add(new RowReason("IDENTITY_MISMATCH", "name", null, null));
        }
    }

    private static void standing(
            List<RowReason> reasons, EnrollmentState enrollment, GraduationClaim claim, LocalDate today) {
        if (enrollment.withdrawnOn() != null) {
            reasons.add(new RowReason(
                    "WITHDRAWN", "studentNumber", enrollment.withdrawnOn().toString(), null));
        }
        var awardedOn = claim.awardedOn();
        if (awardedOn != null && awardedOn.isAfter(today)) {
            reasons.add(new RowReason("DATE_IN_FUTURE", "awardedOn", awardedOn.toString(), today.toString()));
        }
        var enrolledOn = enrollment.facts().on();
        if (awardedOn != null && awardedOn.isBefore(enrolledOn)) {
            reasons.add(
                    new RowReason("DATE_BEFORE_ENROLLMENT", "awardedOn", awardedOn.toString(), enrolledOn.toString()));
        }
    }

    private static void credits(List<RowReason> reasons, DegreeProgramPublished program, GraduationClaim claim) {
        if (claim.level() != null && claim.level() != program.level()) {
            reasons.add(new RowReason(
                    "LEVEL_MISMATCH",
                    "level",
                    claim.level().name(),
                    program.level().name()));
        }
        var required = Integer.toString(program.requiredCredits());
        if (claim.requiredCredits() != null && claim.requiredCredits() != program.requiredCredits()) {
            reasons.add(new RowReason(
                    "CREDITS_REQUIRED_DIFFER", "requiredCredits", Integer.toString(claim.requiredCredits()), required));
        }
        if (claim.earnedCredits() != null && claim.earnedCredits() < program.requiredCredits()) {
            reasons.add(
                    new RowReason("CREDITS_SHORT", "earnedCredits", Integer.toString(claim.earnedCredits()), required));
        }
    }

    private static void uniqueness(
            List<RowReason> reasons, View view, EnrollmentState enrollment, DiplomaNumber.Read diploma) {
        var enrollmentId = enrollment.facts().enrollmentId();
        var owner = view.state(Graduations.DIPLOMA, diploma.token()).enrollmentId();
        if (owner != null && !owner.equals(enrollmentId)) {
            reasons.add(new RowReason("DIPLOMA_TAKEN", DiplomaNumber.FIELD, null, null));
        }
        var graduation = enrollment.graduation();
        if (graduation != null && !graduation.diplomaToken().equals(diploma.token())) {
            reasons.add(new RowReason("ALREADY_GRADUATED", DiplomaNumber.FIELD, null, null));
        }
    }
}
