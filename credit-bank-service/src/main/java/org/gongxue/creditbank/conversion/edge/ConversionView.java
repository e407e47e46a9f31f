package org.gongxue.creditbank.conversion.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.gongxue.creditbank.conversion.ConvertOutcome;
import org.gongxue.creditbank.outcome.edge.ReasonView;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.jspecify.annotations.Nullable;

/** A conversion as it is shown: {@code state} is converted, refused or reversed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversionView(
        String conversionId,
        String outcomeId,
        String enrollmentId,
        @Nullable String ruleId,
        @Nullable Integer ruleVersion,
        List<ConvertedCourse> courses,
        int credits,
        String state,
        List<ReasonView> reasons) {

    /** A conversion as it stands now. */
    public static ConversionView of(CreditConversion conversion, Locale locale) {
        return new ConversionView(
                conversion.conversionId,
                conversion.outcomeId,
                conversion.enrollmentId,
                conversion.ruleId,
                conversion.ruleVersion,
                conversion.courses,
                conversion.credits,
                conversion.state.name().toLowerCase(Locale.ROOT),
                ReasonView.of(conversion.reasons, locale));
    }

    /** A conversion as it was just decided. */
    static ConversionView of(ConvertOutcome.Answer answer, Locale locale) {
        return new ConversionView(
                answer.conversionId(),
                answer.outcomeId(),
                answer.enrollmentId(),
                answer.ruleId(),
                answer.ruleVersion(),
                answer.courses(),
                answer.credits(),
                answer.state().name().toLowerCase(Locale.ROOT),
                ReasonView.of(answer.reasons(), locale));
    }
}
