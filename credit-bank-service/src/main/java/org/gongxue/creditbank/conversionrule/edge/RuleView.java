package org.gongxue.creditbank.conversionrule.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.SkillLevel;
import org.jspecify.annotations.Nullable;

/** A version of a conversion rule as it is shown: {@code state} is proposed or published. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleView(
        String ruleId,
        int ruleVersion,
        String state,
        String programId,
        List<String> occupationCodes,
        SkillLevel minimumLevel,
        List<ConvertedCourse> courses,
        int credits,
        int capCredits,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    static ConversionRuleResource.RulePage page(List<ConversionRuleVersion> versions) {
        var full = versions.size() == ConversionRuleVersion.PAGE_SIZE;
        var last = full ? versions.getLast() : null;
        return new ConversionRuleResource.RulePage(
                versions.stream().map(RuleView::of).toList(),
                last == null ? null : last.key.ruleId() + ":" + last.key.ruleVersion());
    }

    private static RuleView of(ConversionRuleVersion version) {
        var terms = version.terms;
        return new RuleView(
                version.key.ruleId(),
                version.key.ruleVersion(),
                ConversionRuleResource.name(version.state),
                terms.programId(),
                terms.occupationCodes(),
                terms.minimumLevel(),
                terms.courses(),
                terms.credits(),
                terms.capCredits(),
                terms.validFrom(),
                terms.validUntil());
    }
}
