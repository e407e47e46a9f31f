package org.gongxue.creditbank.conversionrule;

import java.time.LocalDate;
import java.util.Optional;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.ConversionRulePublished;
import org.gongxue.events.creditbank.ConversionTerms;
import org.gongxue.events.creditbank.SkillLevel;
import org.jspecify.annotations.Nullable;

/** One version of a conversion rule; absent until it is published. */
public record PublishedRule(@Nullable ConversionRulePublished rule) {

    /** Published versions by {@link #key}. */
    public static final StreamType<PublishedRule> STREAM = StreamType.of(
            "rule-version", PublishedRule.class, 1, new PublishedRule(null), (state, event) -> switch (event) {
                case ConversionRulePublished published -> new PublishedRule(published);
                default -> throw new IllegalStateException("On a rule version's stream: " + event);
            });

    /** The stream id of a version. */
    public static String key(String ruleId, int version) {
        return ruleId + ":" + version;
    }

    /** The terms once published. */
    public Optional<ConversionTerms> terms() {
        return Optional.ofNullable(rule).map(ConversionRulePublished::terms);
    }

    /** Whether terms accept an occupation, whatever the level. */
    public static boolean accepts(ConversionTerms terms, String occupationCode) {
        return terms.occupationCodes().contains(occupationCode);
    }

    /** Whether terms accept a level. */
    public static boolean accepts(ConversionTerms terms, SkillLevel level) {
        return level.compareTo(terms.minimumLevel()) >= 0;
    }

    /** Whether a day lies within dates, both inclusive. */
    static boolean within(LocalDate day, LocalDate from, @Nullable LocalDate until) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
