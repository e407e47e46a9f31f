package org.gongxue.enrollment.study;

import java.util.List;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.study.StudyCommand.RecordCourseResult;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.CourseResultRecorded;
import org.gongxue.events.enrollment.ProgramCourse;

/** Course results: one a course and term; which of several counts is for {@link DegreeProgress} to say. */
final class CourseResults {

    /** More attempts at one course than any university allows; keeps the head small. */
    static final int TERMS_MAX = 6;

    private CourseResults() {}

    static Decision decide(View view, RecordCourseResult c) {
        var refusal = Enrollments.refusal(view, c);
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        var enrollment =
                Enrollments.find(view, c.universityId(), c.studentNumber()).orElseThrow();
        var facts = enrollment.facts();
        var course = Programs.version(view, facts.programId(), facts.programVersion()).orElseThrow().courses().stream()
                .filter(offered -> offered.code().equals(c.courseCode()))
                .findFirst();
        if (course.isEmpty()) {
            return Decision.refused(Refusal.invalid("COURSE_UNKNOWN", "courseCode", c.courseCode(), null));
        }
        return record(c, enrollment, course.get());
    }

    private static Decision record(RecordCourseResult c, EnrollmentState enrollment, ProgramCourse course) {
        if (c.credits() != null && c.credits() != course.credits()) {
            return Decision.refused(Refusal.invalid(
                    "COURSE_CREDITS_DIFFER",
                    "credits",
                    Integer.toString(c.credits()),
                    Integer.toString(course.credits())));
        }
        var facts = enrollment.facts();
        var standing = enrollment.results().get(c.courseCode());
        if (standing != null && standing.terms().contains(c.term())) {
            return Decision.accepted(
                    List.of(), Settled.duplicate(facts.enrollmentId(), c.courseCode() + "@" + c.term()));
        }
        if (standing != null && standing.terms().size() >= TERMS_MAX) {
            return Decision.refused(Refusal.conflict("TOO_MANY_TERMS", "term", c.term(), Integer.toString(TERMS_MAX)));
        }
        var recorded = new CourseResultRecorded(
                facts.enrollmentId(),
                facts.learnerId(),
                c.courseCode(),
                course.credits(),
                c.score(),
                c.passed(),
                c.term());
        return Decision.accepted(
                List.of(NewEvent.of(Enrollments.ENROLLMENT.id(facts.enrollmentId()), recorded)),
                Settled.accepted(facts.enrollmentId()));
    }
}
