package org.gongxue.enrollment.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.events.creditbank.ConversionReversed;
import org.gongxue.events.creditbank.CreditsConverted;
import org.gongxue.events.enrollment.CourseResultRecorded;
import org.gongxue.events.enrollment.GraduationConfirmed;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment: a learner in one version of a program.
 *
 * @param enrolled absent while unknown
 * @param results course results by course code
 * @param conversions what the credit bank converted and did not reverse, by conversion id
 * @param withdrawnOn when the student left, if so
 * @param graduation the diploma, once awarded
 */
public record EnrollmentState(
        @Nullable LearnerEnrolled enrolled,
        Map<String, CourseStanding> results,
        Map<String, List<Credit>> conversions,
        @Nullable LocalDate withdrawnOn,
        @Nullable Graduation graduation) {

    static final EnrollmentState UNKNOWN = new EnrollmentState(null, Map.of(), Map.of(), null, null);

    /**
     * How a student stands in a course: the best result, and the terms with one.
     *
     * @param score of the best result, if there was one
     */
    public record CourseStanding(
            int credits, boolean passed, @Nullable Integer score, List<String> terms) {

        private CourseStanding better(CourseResultRecorded next) {
            var allTerms = Stream.concat(terms.stream(), Stream.of(next.term())).toList();
            return isBetter(next)
                    ? new CourseStanding(next.credits(), next.passed(), next.score(), allTerms)
                    : new CourseStanding(credits, passed, score, allTerms);
        }

        private boolean isBetter(CourseResultRecorded next) {
            if (next.passed() != passed) {
                return next.passed();
            }
            return next.score() != null && (score == null || next.score() > score);
        }
    }

    /** Credits of one course that a conversion stands for. */
    public record Credit(String courseCode, int credits) {}

    /** An awarded diploma and the row or message that reported it. */
    public record Graduation(String diplomaToken, String evidence) {}

    /** The facts of the enrollment; only for a known one. */
    public LearnerEnrolled facts() {
        if (enrolled == null) {
            throw new IllegalStateException("The enrollment is unknown");
        }
        return enrolled;
    }

    EnrollmentState evolve(Object event) {
        return switch (event) {
            case LearnerEnrolled e -> new EnrollmentState(e, results, conversions, withdrawnOn, graduation);
            case CourseResultRecorded r ->
                new EnrollmentState(enrolled, withResult(r), conversions, withdrawnOn, graduation);
            case CreditsConverted c ->
                new EnrollmentState(enrolled, results, withConversion(c), withdrawnOn, graduation);
            case ConversionReversed c ->
                new EnrollmentState(enrolled, results, withoutConversion(c.conversionId()), withdrawnOn, graduation);
            case LearnerWithdrawn w -> new EnrollmentState(enrolled, results, conversions, w.on(), graduation);
            case GraduationConfirmed g ->
                new EnrollmentState(
                        enrolled, results, conversions, withdrawnOn, new Graduation(g.diplomaToken(), g.evidence()));
            default -> throw new UnexpectedEvent("enrollment", event);
        };
    }

    private Map<String, CourseStanding> withResult(CourseResultRecorded r) {
        var next = new TreeMap<>(results);
        var standing = results.get(r.courseCode());
        next.put(
                r.courseCode(),
                standing == null
                        ? new CourseStanding(r.credits(), r.passed(), r.score(), List.of(r.term()))
                        : standing.better(r));
        return next;
    }

    private Map<String, List<Credit>> withConversion(CreditsConverted c) {
        var next = new TreeMap<>(conversions);
        next.put(
                c.conversionId(),
                c.courses().stream()
                        .map(course -> new Credit(course.courseCode(), course.credits()))
                        .toList());
        return next;
    }

    private Map<String, List<Credit>> withoutConversion(String conversionId) {
        var next = new TreeMap<>(conversions);
        next.remove(conversionId);
        return next;
    }
}
