package org.gongxue.creditbank.conversionrule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.ConversionRuleListed;
import org.gongxue.events.creditbank.ConversionRulePublished;

/** Which published rule versions serve a program; the versions themselves are streams of their own. */
public record ProgramRules(List<ConversionRuleListed> listed) {

    /** The most versions one program lists; keeps the list within its head. */
    public static final int LISTED_MAX = 60;

    /** Lists by program id. */
    public static final StreamType<ProgramRules> STREAM = StreamType.of(
            "program-rules", ProgramRules.class, 1, new ProgramRules(List.of()), (state, event) -> switch (event) {
                case ConversionRuleListed listed -> state.with(listed);
                default -> throw new IllegalStateException("On a program's list of rules: " + event);
            });

    /**
     * The versions in force on a day, by rule id: of one rule the newest whose dates hold that day, so that a version
     * published ahead of its time leaves the present one alone.
     */
    public List<ConversionRulePublished> inForce(View view, LocalDate day) {
        return listed.stream()
                .filter(entry -> PublishedRule.within(day, entry.validFrom(), entry.validUntil()))
                .filter(entry -> listed.stream().noneMatch(other -> isNewerInForce(other, entry, day)))
                .sorted(Comparator.comparing(ConversionRuleListed::ruleId))
                .flatMap(entry -> Stream.ofNullable(
                        view.state(PublishedRule.STREAM, PublishedRule.key(entry.ruleId(), entry.ruleVersion()))
                                .rule()))
                .toList();
    }

    /** A newer version that starts no later makes the older one unreachable, unless it ends while the older goes on. */
    private ProgramRules with(ConversionRuleListed newer) {
        var kept = listed.stream().filter(older -> !covers(newer, older));
        return new ProgramRules(Stream.concat(kept, Stream.of(newer)).toList());
    }

    private static boolean covers(ConversionRuleListed newer, ConversionRuleListed older) {
        return newer.ruleId().equals(older.ruleId())
                && !newer.validFrom().isAfter(older.validFrom())
                && newer.validUntil() == null;
    }

    private static boolean isNewerInForce(ConversionRuleListed other, ConversionRuleListed entry, LocalDate day) {
        return other.ruleId().equals(entry.ruleId())
                && other.ruleVersion() > entry.ruleVersion()
                && PublishedRule.within(day, other.validFrom(), other.validUntil());
    }
}
