package org.gongxue.creditbank.conversionrule;

import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.ConversionRuleProposed;
import org.gongxue.events.creditbank.ConversionTerms;
import org.jspecify.annotations.Nullable;

/**
 * The latest proposed version of a conversion rule; a newer proposal replaces an older one.
 *
 * @param version 0 while nothing was proposed
 */
public record RuleProposal(
        int version,
        @Nullable ConversionTerms terms,
        @Nullable String proposedBy) {

    /** Proposals by rule id. */
    public static final StreamType<RuleProposal> STREAM = StreamType.of(
            "conversion-rule",
            RuleProposal.class,
            1,
            new RuleProposal(0, null, null),
            (state, event) -> switch (event) {
                case ConversionRuleProposed proposed ->
                    new RuleProposal(proposed.ruleVersion(), proposed.terms(), proposed.proposedBy());
                default -> throw new IllegalStateException("On a conversion rule's stream: " + event);
            });
}
