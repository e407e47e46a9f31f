package org.gongxue.enrollment.graduation;

import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.graduation.GraduationCommand.Settle;
import org.gongxue.enrollment.graduation.GraduationCommand.Source;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.study.DegreeProgress;
import org.gongxue.enrollment.study.EnrollmentState;
import org.gongxue.enrollment.study.Enrollments;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.DiplomaRegistered;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.enrollment.GraduationRefused;
import org.gongxue.events.enrollment.GraduationRepeated;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a reported graduation. One diploma is one graduation, however often and by whatever way it is reported
 * (invariant 4): the diploma's token and the enrollment each take one.
 */
public final class Graduations {

    /** Whose a diploma is; absent while unknown. */
    public record DiplomaState(@Nullable String enrollmentId) {}

    /** Diplomas by token. */
    public static final StreamType<DiplomaState> DIPLOMA =
            StreamType.of("diploma", DiplomaState.class, 1, new DiplomaState(null), (state, event) -> switch (event) {
                case DiplomaRegistered registered -> new DiplomaState(registered.enrollmentId());
                default -> throw new UnexpectedEvent("diploma", event);
            });

    /** How often a row or message was turned away. */
    public record RowState(int refused, int repeated) {}

    /** Rows and messages that led to no graduation, by evidence. */
    public static final StreamType<RowState> ROW =
            StreamType.of("graduation-row", RowState.class, 1, new RowState(0, 0), (state, event) -> switch (event) {
                case GraduationRefused _ -> new RowState(state.refused() + 1, state.repeated());
                case GraduationRepeated _ -> new RowState(state.refused(), state.repeated() + 1);
                default -> throw new UnexpectedEvent("graduation-row", event);
            });

    private Graduations() {}

    static Decision decide(View view, Settle c) {
        return switch (c.source()) {
            case Source.FileRow row -> {
                var file = view.state(GraduationFiles.FILE, row.fileId());
                if (!Acting.isService(view) || !file.isReleasedFor(c.universityId())) {
                    throw new IllegalStateException("Only the service settles rows, and only of a released file");
                }
                yield settle(view, c.source(), c.universityId(), c.claim());
            }
            case Source.Message _ ->
                Acting.mayAct(view, StaffRole.PARTNER_UNIVERSITY, c.universityId())
                        .map(Decision::refused)
                        .orElseGet(() -> settle(view, c.source(), c.universityId(), c.claim()));
        };
    }

    /** What would become of a claim; also what the check of an uploaded file foresees. */
    public static Decision settle(View view, Source source, String universityId, GraduationClaim claim) {
        var evidence = source.evidence();
        var reasons = GraduationCheck.reasons(view, universityId, claim);
        var enrollment = GraduationCheck.enrollment(view, universityId, claim);
        if (!reasons.isEmpty()) {
            var first = reasons.getFirst();
            var enrollmentId = enrollment.map(e -> e.facts().enrollmentId()).orElse(null);
            return Decision.accepted(
                    List.of(NewEvent.of(
                            ROW.id(evidence), new GraduationRefused(evidence, universityId, enrollmentId, reasons))),
                    Settled.refused(evidence, first.code(), first.field(), first.value(), first.needed()));
        }
        return enrollment
                .map(found -> settle(view, evidence, found, claim))
                .orElseThrow(() -> new IllegalStateException("A claim without enrollment has a reason"));
    }

    private static Decision settle(View view, String evidence, EnrollmentState enrollment, GraduationClaim claim) {
        var facts = enrollment.facts();
        var diploma = (DiplomaNumber.Read) claim.diploma();
        var graduation = enrollment.graduation();
        if (graduation == null) {
            return confirm(view, evidence, enrollment, claim, diploma);
        }
        if (graduation.evidence().equals(evidence)) {
            return Decision.accepted(List.of(), Settled.accepted(facts.enrollmentId()));
        }
        var repeated = new GraduationRepeated(
                evidence, facts.universityId(), facts.enrollmentId(), diploma.token(), graduation.evidence());
        return Decision.accepted(
                List.of(NewEvent.of(ROW.id(evidence), repeated)),
                Settled.duplicate(facts.enrollmentId(), graduation.evidence()));
    }

    private static Decision confirm(
            View view, String evidence, EnrollmentState enrollment, GraduationClaim claim, DiplomaNumber.Read diploma) {
        var facts = enrollment.facts();
        var program = Programs.version(view, facts.programId(), facts.programVersion())
                .orElseThrow();
        var progress = DegreeProgress.of(program, enrollment);
        var awardedOn = given(claim.awardedOn());
        var confirmed = new GraduationConfirmed(
                facts.enrollmentId(),
                facts.learnerId(),
                facts.universityId(),
                facts.programId(),
                facts.programVersion(),
                program.level(),
                diploma.token(),
                diploma.type().orElseThrow(),
                // A number of the state's register, with this university, year and level in it, passed the check.
                true,
                // Credits are earned by examination: a university that states all of them states the exams.
                given(claim.earnedCredits()) >= program.requiredCredits(),
                program.requiredCredits(),
                given(claim.earnedCredits()),
                progress.counted(),
                progress.converted(),
                awardedOn,
                evidence);
        return Decision.accepted(
                List.of(
                        new NewEvent(
                                Enrollments.ENROLLMENT.id(facts.enrollmentId()),
                                confirmed,
                                BusinessCalendar.noon(awardedOn)),
                        NewEvent.of(
                                DIPLOMA.id(diploma.token()),
                                new DiplomaRegistered(diploma.token(), facts.enrollmentId(), evidence))),
                Settled.accepted(facts.enrollmentId()));
    }

    private static <T> T given(@Nullable T value) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new IllegalStateException("A claim that lacks a value has a reason"));
    }
}
