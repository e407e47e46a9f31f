package org.gongxue.reward.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.BusinessKeyClaimed;
import org.gongxue.events.reward.BusinessKeyReleased;
import org.gongxue.events.reward.EntitlementCancelled;
import org.gongxue.events.reward.EntitlementExpired;
import org.gongxue.events.reward.JournalEntryPosted;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.PlacesAllotted;
import org.gongxue.events.reward.Posting;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.events.reward.QuotaPlaceFreed;
import org.gongxue.events.reward.QuotaPlaceTaken;
import org.gongxue.events.reward.QuotaWaitlistJoined;

/**
 * Reads the events alone, one after another, and holds them to what must be true after every one: an entry sums to zero, no
 * balance but the external one is negative, no cell gives more places than it has, a business fact has one holder, and
 * whoever waited for a place gets it before who came later (invariants 4 and 5).
 */
final class Books {

    private final Map<String, Map<LedgerAccount, Long>> funds = new HashMap<>();
    private final Map<QuotaCell, Integer> places = new HashMap<>();
    private final Map<QuotaCell, Set<String>> holders = new HashMap<>();
    private final Map<QuotaCell, List<String>> lines = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    /** Takes in what one decision recorded. */
    void take(List<Recorded> decision) {
        decision.forEach(recorded -> leave(recorded.event()));
        decision.forEach(recorded -> take(recorded.event()));
    }

    /** Who left a line in this decision stands in nobody's way in it. */
    private void leave(Object event) {
        switch (event) {
            case EntitlementCancelled e -> lines.values().forEach(line -> line.remove(e.entitlementId()));
            case EntitlementExpired e -> lines.values().forEach(line -> line.remove(e.entitlementId()));
            default -> {}
        }
    }

    private void take(Object event) {
        switch (event) {
            case JournalEntryPosted entry -> post(entry);
            case PlacesAllotted e -> {
                places.put(e.cell(), e.places());
                assertThat(holders(e.cell())).hasSizeLessThanOrEqualTo(e.places());
            }
            case QuotaPlaceTaken e -> takePlace(e);
            case QuotaPlaceFreed e ->
                assertThat(holders(e.cell()).remove(e.entitlementId()))
                        .as("%s", e)
                        .isTrue();
            case QuotaWaitlistJoined e ->
                lines.computeIfAbsent(e.cell(), _ -> new ArrayList<>()).add(e.entitlementId());
            case BusinessKeyClaimed e ->
                assertThat(keys.put(e.key(), e.holder())).as("%s", e).isNull();
            case BusinessKeyReleased e ->
                assertThat(keys.remove(e.key(), e.holder())).as("%s", e).isTrue();
            default -> {}
        }
    }

    private void takePlace(QuotaPlaceTaken taken) {
        var line = lines.computeIfAbsent(taken.cell(), _ -> new ArrayList<>());
        if (!line.isEmpty()) {
            assertThat(taken.entitlementId())
                    .as("heads the line of %s", taken.cell())
                    .isEqualTo(line.removeFirst());
        }
        assertThat(holders(taken.cell()).add(taken.entitlementId()))
                .as("%s", taken)
                .isTrue();
        assertThat(holders(taken.cell())).hasSizeLessThanOrEqualTo(places.getOrDefault(taken.cell(), 0));
    }

    private Set<String> holders(QuotaCell cell) {
        return holders.computeIfAbsent(cell, _ -> new HashSet<>());
    }

    private void post(JournalEntryPosted entry) {
        assertThat(entry.postings().stream().mapToLong(Posting::amountFen).sum())
                .isZero();
        var balances = funds.computeIfAbsent(entry.fundId(), _ -> new EnumMap<>(LedgerAccount.class));
        entry.postings().forEach(p -> balances.merge(p.account(), p.amountFen(), Long::sum));
        balances.forEach((account, fen) -> assertThat(account == LedgerAccount.EXTERNAL || fen >= 0)
                .as("%s after %s", account, entry)
                .isTrue());
    }
}
