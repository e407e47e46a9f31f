package org.gongxue.creditbank.conversion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.ConversionRefused;
import org.gongxue.events.creditbank.ConversionReversed;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.CreditsConverted;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.LearnerWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * A degree enrollment as the credit bank sees it: whose it is, in which program, and what counts in it. Each live
 * conversion brings at least one credit, so the cap of the rules bounds their number.
 *
 * @param enrolled absent while enrollment's event has not arrived
 * @param withdrawnOn the day of 退学, absent while studying
 * @param conversions those that count, in order
 */
public record DegreeEnrollment(
        @Nullable LearnerEnrolled enrolled, @Nullable LocalDate withdrawnOn, List<Conversion> conversions) {

    /** A conversion that counts. */
    public record Conversion(String conversionId, String outcomeId, List<String> courseCodes, int credits) {}

    /** Enrollments by id. */
    public static final StreamType<DegreeEnrollment> STREAM = StreamType.of(
            "enrollment",
            DegreeEnrollment.class,
            1,
            new DegreeEnrollment(null, null, List.of()),
            DegreeEnrollment::evolve);

    /** The converted credits that count. */
    public int convertedCredits() {
        return conversions.stream().mapToInt(Conversion::credits).sum();
    }

    /** Whether a conversion already stands for a course: the same content counts once. */
    public boolean counts(ConvertedCourse course) {
        return conversions.stream()
                .anyMatch(conversion -> conversion.courseCodes().contains(course.courseCode()));
    }

    /** The conversion by which an outcome counts here. */
    public Optional<Conversion> conversionOf(String outcomeId) {
        return conversions.stream()
                .filter(conversion -> conversion.outcomeId().equals(outcomeId))
                .findFirst();
    }

    private static DegreeEnrollment evolve(DegreeEnrollment enrollment, Object event) {
        return switch (event) {
            case LearnerEnrolled enrolled ->
                new DegreeEnrollment(enrolled, enrollment.withdrawnOn, enrollment.conversions);
            case LearnerWithdrawn withdrawn ->
                new DegreeEnrollment(enrollment.enrolled, withdrawn.on(), enrollment.conversions);
            case CreditsConverted converted ->
                enrollment.with(Stream.concat(enrollment.conversions.stream(), Stream.of(conversion(converted))));
            case ConversionReversed reversed ->
                enrollment.with(enrollment.conversions.stream()
                        .filter(live -> !live.conversionId().equals(reversed.conversionId())));
            case ConversionRefused _ -> enrollment;
            default -> throw new IllegalStateException("On an enrollment's stream: " + event);
        };
    }

    private static Conversion conversion(CreditsConverted converted) {
        return new Conversion(
                converted.conversionId(),
                converted.outcomeId(),
                converted.courses().stream().map(ConvertedCourse::courseCode).toList(),
                converted.credits());
    }

    private DegreeEnrollment with(Stream<Conversion> conversions) {
        return new DegreeEnrollment(enrolled, withdrawnOn, conversions.toList());
    }
}
