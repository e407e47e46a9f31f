package org.gongxue.enrollment.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.events.enrollment.DegreeProgramPublished;
import org.gongxue.events.enrollment.ProgramCourse;

/**
 * How far a student is from the degree: own passed courses of the program, and courses that a conversion stands for;
 * the same course counts once, the own result before the conversion, and never for more than the program gives.
 *
 * @param required credits the program asks for
 * @param own credits of passed courses
 * @param converted credits of converted courses not passed otherwise
 * @param passed the passed courses
 * @param convertedCourses the converted courses that count, with their conversion
 * @param missing courses neither passed nor converted
 */
public record DegreeProgress(
        int required,
        int own,
        int converted,
        List<ProgramCourse> passed,
        List<Converted> convertedCourses,
        List<ProgramCourse> missing) {

    /** A course counted through a conversion. */
    public record Converted(String conversionId, String code, String name, int credits) {}

    /** All credits that count. */
    public int counted() {
        return own + converted;
    }

    /** The progress of an enrollment in its version of the program. */
    public static DegreeProgress of(DegreeProgramPublished program, EnrollmentState enrollment) {
        var conversions = firstConversionOfEachCourse(enrollment);
        var passed = new ArrayList<ProgramCourse>();
        var converted = new ArrayList<Converted>();
        var missing = new ArrayList<ProgramCourse>();
        for (var course : program.courses()) {
            var result = enrollment.results().get(course.code());
            var conversion = conversions.get(course.code());
            if (result != null && result.passed()) {
                passed.add(course);
            } else if (conversion != null) {
                converted.add(new Converted(
                        conversion.conversionId(),
                        course.code(),
                        course.name(),
                        Math.min(course.credits(), conversion.credits())));
            } else {
                missing.add(course);
            }
        }
        return new DegreeProgress(
                program.requiredCredits(),
                passed.stream().mapToInt(ProgramCourse::credits).sum(),
                converted.stream().mapToInt(Converted::credits).sum(),
                List.copyOf(passed),
                List.copyOf(converted),
                List.copyOf(missing));
    }

    private record Conversion(String conversionId, int credits) {}

    private static Map<String, Conversion> firstConversionOfEachCourse(EnrollmentState enrollment) {
        var first = new LinkedHashMap<String, Conversion>();
        enrollment
                .conversions()
                .forEach((id, credits) -> credits.forEach(
                        credit -> first.putIfAbsent(credit.courseCode(), new Conversion(id, credit.credits()))));
        return first;
    }
}
