package org.gongxue.creditbank.conversionrule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.ConversionRuleListed;
import org.gongxue.events.creditbank.ConversionRulePublished;
import org.jspecify.annotations.Nullable;

/** Which published rule versions serve a program; the versions themselves are streams of their own. */
public record ProgramRules(List<Entry> listed) {

    /** A published version and its dates, inclusive; {@code validUntil} absent while no end is known. */
    public record Entry(
            String ruleId,
            int ruleVersion,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        private boolean hasStarted(LocalDate day) {
            return !day.isBefore(validFrom);
        }

        private boolean hasEnded(LocalDate day) {
            return validUntil != null && day.isAfter(validUntil);
        }

        private boolean isNewerThan(Entry other) {
            return ruleId.equals(other.ruleId) && ruleVersion > other.ruleVersion;
        }
    }

    /** The most versions one program lists; keeps the list within its head. */
    public static final int LISTED_MAX = 100;

    /** Lists by program id. */
    public static final StreamType<ProgramRules> STREAM = StreamType.of(
            "program-rules", ProgramRules.class, 1, new ProgramRules(List.of()), (state, event) -> switch (event) {
                case ConversionRuleListed listed -> state.with(entry(listed));
                default -> throw new IllegalStateException("On a program's list of rules: " + event);
            });

    /**
     * The versions in force on a day, by rule id: of one rule the newest that has started. So a version published ahead
     * of its time leaves the present one alone, and one that has ended does not bring an older one back.
     */
    public List<ConversionRulePublished> inForce(View view, LocalDate day) {
        var started = listed.stream().filter(entry -> entry.hasStarted(day)).toList();
        return started.stream()
                .filter(entry -> started.stream().noneMatch(other -> other.isNewerThan(entry)))
                .filter(entry -> !entry.hasEnded(day))
                .sorted(Comparator.comparing(Entry::ruleId))
                .flatMap(entry -> Stream.ofNullable(
                        view.state(PublishedRule.STREAM, PublishedRule.key(entry.ruleId(), entry.ruleVersion()))
                                .rule()))
                .toList();
    }

    /** An older version is unreachable once a newer one starts no later than it. */
    private ProgramRules with(Entry newer) {
        var reachable = listed.stream()
                .filter(older -> !newer.isNewerThan(older) || older.validFrom().isBefore(newer.validFrom()));
        return new ProgramRules(Stream.concat(reachable, Stream.of(newer)).toList());
    }

    private static Entry entry(ConversionRuleListed listed) {
        return new Entry(listed.ruleId(), listed.ruleVersion(), listed.validFrom(), listed.validUntil());
    }
}
