package org.gongxue.enrollment.learner.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongxue.events.enrollment.EducationLevel;
import org.jspecify.annotations.Nullable;

/**
 * A learner as shown to himself or to an officer.
 *
 * @param idNumber with all but the first and last digits hidden
 * @param phone with the middle hidden
 * @param card the present bank card, null before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LearnerView(
        String learnerId,
        String name,
        String idNumber,
        String phone,
        @Nullable String position,
        String unitId,
        @Nullable String unitName,
        EducationLevel educationLevel,
        @Nullable Card card,
        @Nullable ConsentView consent) {

    /** A bank card by its last four digits. */
    public record Card(String tail, String bankName, int version) {}

    /** What was consented to, and when. */
    public record ConsentView(String wordingVersion, LocalDate on) {}
}
