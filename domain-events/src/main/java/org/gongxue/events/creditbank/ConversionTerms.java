package org.gongxue.events.creditbank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversion rule 转换规则 grants: a certificate of one of the occupations, at the level or above, counts as the
 * courses named in an enrollment of the program.
 *
 * @param programId the degree program whose enrollments it serves
 * @param occupationCodes the occupations it accepts, as the certificate names them
 * @param minimumLevel the lowest level it accepts
 * @param courses the courses it stands for, with their whole credits
 * @param capCredits the most converted credits one enrollment may hold
 * @param validFrom the first business date on which it may be used
 * @param validUntil the last business date on which it may be used; absent while no end is known
 */
public record ConversionTerms(
        String programId,
        List<String> occupationCodes,
        SkillLevel minimumLevel,
        List<ConvertedCourse> courses,
        int capCredits,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public ConversionTerms {
        occupationCodes = List.copyOf(occupationCodes);
        courses = List.copyOf(courses);
    }

    /** The credits of all courses together. */
    public int credits() {
        return courses.stream().mapToInt(ConvertedCourse::credits).sum();
    }
}
