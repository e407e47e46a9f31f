package org.gongxue.creditbank.conversionrule;

import java.util.HashSet;
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
import org.gongxue.events.creditbank.ConversionRuleProposed;
import org.gongxue.events.creditbank.ConversionTerms;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.kit.calendar.BusinessCalendar;

/** An administrator proposes the next version of a conversion rule. */
public record ProposeConversionRule(String ruleId, ConversionTerms terms, Asker asker)
        implements ConversionRuleCommand {

    /** The version that now waits for another person. */
    public record Proposed(String ruleId, int ruleVersion, RuleState state) {}

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(
                List.of(RuleProposal.STREAM.id(ruleId), BusinessCalendar.STREAM, asker.appointments()));
    }

    @Override
    public Decision decide(View view) {
        var latest = view.state(RuleProposal.STREAM, ruleId);
        var refusal = asker.mayAdminister(view).or(this::contradiction).or(() -> otherProgram(latest));
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        var version = latest.version() + 1;
        return Decision.accepted(
                List.of(NewEvent.of(
                        RuleProposal.STREAM.id(ruleId),
                        new ConversionRuleProposed(ruleId, version, terms, asker.subject()))),
                new Proposed(ruleId, version, RuleState.PROPOSED));
    }

    /** Terms that contradict themselves would refuse everyone, or count a course twice. */
    private Optional<Refusal> contradiction() {
        var codes = new HashSet<String>();
        for (ConvertedCourse course : terms.courses()) {
            if (!codes.add(course.courseCode())) {
                return Optional.of(Refusal.invalid("RULE_NAMES_COURSE_TWICE", "courses", course.courseCode(), null));
            }
        }
        if (terms.credits() > terms.capCredits()) {
            return Optional.of(Refusal.invalid(
                    "RULE_EXCEEDS_ITS_CAP",
                    "capCredits",
                    Integer.toString(terms.capCredits()),
                    Integer.toString(terms.credits())));
        }
        var until = terms.validUntil();
        if (until != null && until.isBefore(terms.validFrom())) {
            return Optional.of(Refusal.invalid(
                    "RULE_ENDS_BEFORE_IT_STARTS",
                    "validUntil",
                    until.toString(),
                    terms.validFrom().toString()));
        }
        return Optional.empty();
    }

    private Optional<Refusal> otherProgram(RuleProposal latest) {
        var before = latest.terms();
        return before == null || before.programId().equals(terms.programId())
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "RULE_SERVES_OTHER_PROGRAM", "programId", terms.programId(), before.programId()));
    }
}
