package org.gongxue.creditbank.conversionrule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.ConversionRuleListed;
import org.gongxue.events.creditbank.ConversionRulePublished;
import org.gongxue.kit.calendar.BusinessCalendar;

/** Another administrator publishes the proposed version: who makes does not check (invariant 10). */
public record PublishConversionRule(String ruleId, int ruleVersion, Asker asker) implements ConversionRuleCommand {

    /** The version that is in force within its dates. */
    public record Published(String ruleId, int ruleVersion, RuleState state) {}

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(List.of(
                RuleProposal.STREAM.id(ruleId),
                PublishedRule.STREAM.id(PublishedRule.key(ruleId, ruleVersion)),
                BusinessCalendar.STREAM,
                asker.appointments()));
    }

    @Override
    public Decision decide(View view) {
        var forbidden = asker.mayAdminister(view);
        if (forbidden.isPresent()) {
            return Decision.refused(forbidden.get());
        }
        var proposal = view.state(RuleProposal.STREAM, ruleId);
        var terms = proposal.terms();
        var proposedBy = proposal.proposedBy();
        var version = Integer.toString(ruleVersion);
        if (terms == null || proposedBy == null || ruleVersion < 1 || ruleVersion > proposal.version()) {
            return Decision.refused(Refusal.notFound("RULE_VERSION_UNKNOWN", "ruleVersion", version));
        }
        var key = PublishedRule.key(ruleId, ruleVersion);
        if (view.state(PublishedRule.STREAM, key).rule() != null) {
            return Decision.refused(Refusal.conflict("RULE_ALREADY_PUBLISHED", "ruleVersion", version, null));
        }
        if (ruleVersion != proposal.version()) {
            return Decision.refused(Refusal.conflict(
                    "RULE_VERSION_SUPERSEDED", "ruleVersion", version, Integer.toString(proposal.version())));
        }
        if (proposedBy.equals(asker.subject())) {
            return Decision.refused(Refusal.forbidden("MAKER_IS_CHECKER", null, null));
        }
        return full(view, terms.programId())
                .map(Decision::refused)
                .orElseGet(() -> Decision.accepted(
                        List.of(
                                NewEvent.of(
                                        PublishedRule.STREAM.id(key),
                                        new ConversionRulePublished(
                                                ruleId, ruleVersion, terms, proposedBy, asker.subject())),
                                NewEvent.of(
                                        ProgramRules.STREAM.id(terms.programId()),
                                        new ConversionRuleListed(
                                                terms.programId(),
                                                ruleId,
                                                ruleVersion,
                                                terms.validFrom(),
                                                terms.validUntil()))),
                        new Published(ruleId, ruleVersion, RuleState.PUBLISHED)));
    }

    private static Optional<Refusal> full(View view, String programId) {
        var listed = view.state(ProgramRules.STREAM, programId).listed().size();
        return listed < ProgramRules.LISTED_MAX
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "PROGRAM_HAS_TOO_MANY_RULES",
                        "programId",
                        Integer.toString(listed),
                        Integer.toString(ProgramRules.LISTED_MAX)));
    }
}
