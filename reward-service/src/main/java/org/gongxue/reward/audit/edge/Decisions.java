package org.gongxue.reward.audit.edge;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongxue.eventlog.EventSearch.Extent;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.EntitlementApproved;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.events.reward.EntitlementExpired;
import org.gongxue.events.reward.EntitlementHeld;
import org.gongxue.events.reward.EntitlementRefused;
import org.gongxue.events.reward.EntitlementWaitlisted;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.audit.Explanation.Assessed;
import org.gongxue.reward.audit.Explanation.Decided;
import org.gongxue.reward.audit.Explanation.Entry;
import org.gongxue.reward.audit.Explanation.QuotaMoments;
import org.gongxue.reward.audit.Place;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.quota.QuotaCells;
import org.jspecify.annotations.Nullable;

/** The decisions about one entitlement: what was assessed, what followed, and how quota and funds stood then. */
@Singleton
class Decisions {

    private final LogTrail trail;
    private final Moments moments;

    Decisions(LogTrail trail, Moments moments) {
        this.trail = trail;
        this.moments = moments;
    }

    /** What one cause brought about for the entitlement. */
    private record Together(List<Recorded> events, Extent extent) {

        <E> @Nullable E last(Class<E> type) {
            return events.stream()
                    .map(Recorded::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .reduce((_, later) -> later)
                    .orElse(null);
        }
    }

    /** What is owed by whom, as of a decision: the assessment in force. */
    private record InForce(@Nullable QuotaCell cell, List<FundShare> shares) {}

    /**
     * The decisions, oldest first, and the journal entries of everything that happened to the entitlement.
     *
     * @param events the entitlement's own, oldest first
     */
    List<Decided> decisions(List<Recorded> events) {
        var decided = new ArrayList<Decided>();
        var inForce = new InForce(null, List.of());
        for (var together : together(events)) {
            var assessed = together.last(EntitlementAssessed.class);
            if (assessed != null) {
                inForce = new InForce(assessed.quotaCell(), assessed.shares());
            }
            if (together.events().stream().anyMatch(e -> outcome(e.event()) != null)) {
                decided.add(decided(together, assessed, inForce));
            }
        }
        return decided;
    }

    /** The entries in every fund that ever was to pay. */
    List<Entry> entries(String entitlementId, List<Recorded> events) {
        var funds = funds(events);
        var entries = new LinkedHashMap<Long, Entry>();
        for (var together : together(events)) {
            for (var fundId : funds) {
                posted(fundId, together.extent(), "entitlement/" + entitlementId)
                        .forEach(entry -> entries.put(entry.at().index(), entry));
            }
        }
        return List.copyOf(entries.values());
    }

    /** The entries of one cause, such as {@code batch/B-1}, within a decision. */
    List<Entry> posted(String fundId, Extent extent, String cause) {
        return trail.between(Ledger.FUND.id(fundId), extent.first(), extent.last(), cause).stream()
                .filter(e -> e.event() instanceof JournalEntryPosted posted
                        && posted.cause().equals(cause))
                .map(Decisions::entry)
                .toList();
    }

    private static Entry entry(Recorded recorded) {
        var posted = (JournalEntryPosted) recorded.event();
        return new Entry(
                posted.entryId(),
                posted.fundId(),
                posted.reason().name(),
                posted.postings(),
                posted.cause(),
                Place.of(recorded.envelope()));
    }

    /** Every fund that an assessment named. */
    static Set<String> funds(List<Recorded> events) {
        var funds = new LinkedHashSet<String>();
        for (var recorded : events) {
            if (recorded.event() instanceof EntitlementAssessed assessed) {
                assessed.shares().forEach(share -> funds.add(share.fundId()));
            }
        }
        return funds;
    }

    private List<Together> together(List<Recorded> events) {
        var byCause = new LinkedHashMap<String, List<Recorded>>();
        events.forEach(
                e -> byCause.computeIfAbsent(e.cause(), _ -> new ArrayList<>()).add(e));
        return byCause.values().stream()
                .map(same -> new Together(same, trail.decision(same.getFirst())))
                .toList();
    }

    private Decided decided(Together together, @Nullable EntitlementAssessed assessed, InForce inForce) {
        var refused = together.last(EntitlementRefused.class);
        var approved = together.last(EntitlementApproved.class);
        var waitlisted = together.last(EntitlementWaitlisted.class);
        var extent = together.extent();
        var first = extent.first();
        var last = extent.last();
        return new Decided(
                outcome(together),
                refused != null ? refused.refusedBy() : approved != null ? approved.approvedBy() : null,
                assessed == null ? null : assessed(assessed),
                refused == null ? List.of() : refused.reasons(),
                waitlisted == null ? null : waitlisted.line().name().toLowerCase(Locale.ROOT),
                waitlisted == null ? null : waitlisted.lineId(),
                waitlisted == null ? null : waitlisted.position(),
                quota(inForce.cell(), first, last),
                inForce.shares().stream()
                        .map(FundShare::fundId)
                        .distinct()
                        .map(fundId -> moments.fund(fundId, first, last))
                        .toList(),
                together.events().stream().map(e -> Place.of(e.envelope())).toList());
    }

    private @Nullable QuotaMoments quota(@Nullable QuotaCell cell, long first, long last) {
        return cell == null ? null : moments.cell(QuotaCells.cellId(cell), first, last);
    }

    private static String outcome(Together together) {
        var word = "assessed";
        for (var recorded : together.events()) {
            var said = outcome(recorded.event());
            word = said == null ? word : said;
        }
        return word;
    }

    private static @Nullable String outcome(Object event) {
        return switch (event) {
            case EntitlementAssessed _ -> "assessed";
            case EntitlementRefused _ -> "refused";
            case EntitlementWaitlisted _ -> "waitlisted";
            case EntitlementHeld _ -> "held";
            case EntitlementApproved _ -> "approved";
            case EntitlementExpired _ -> "expired";
            default -> null;
        };
    }

    private static Assessed assessed(EntitlementAssessed e) {
        return new Assessed(
                e.result().name(),
                e.assessor(),
                e.conditions(),
                e.missing(),
                e.group(),
                e.quotaCell(),
                e.shares(),
                e.amountFen(),
                e.computation());
    }
}
