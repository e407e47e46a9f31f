package org.gongxue.creditbank.conversionrule;

import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.ConversionRulePublished;
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
}
