package org.gongxue.reward.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.reward.SkillStory;
import org.gongxue.reward.entitlement.BusinessKeys;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.quota.QuotaCells;

/** Holds the service's folded states against the naive city. */
final class Comparison {

    private final SkillStory story;
    private final NaiveCity city;

    Comparison(SkillStory story, NaiveCity city) {
        this.story = story;
        this.city = city;
    }

    void check() {
        assertThat(story.all(EntitlementOpened.class, EntitlementOpened::entitlementId))
                .containsExactlyElementsOf(city.claims.keySet());
        var placesHeld = new HashMap<String, Integer>();
        city.claims.values().forEach(claim -> {
            var state = story.log().state(Entitlements.ENTITLEMENT, claim.id);
            check(claim, state);
            if (state.placeHeld()) {
                placesHeld.merge(QuotaCells.cellId(state.quotaCell()), 1, Integer::sum);
            }
        });
        city.cells.forEach((id, cell) -> check(id, cell, placesHeld));
        city.funds.forEach(this::check);
    }

    private void check(NaiveClaim claim, EntitlementState state) {
        assertThat(state.stage()).as("%s", state).isEqualTo(claim.stage);
        assertThat(state.placeHeld()).as("place of %s", state).isEqualTo(claim.hasPlace);
        assertThat(state.revokedFor() != null).as("revocation of %s", state).isEqualTo(claim.revoked);
        if (claim.stage == Stage.WAITLISTED) {
            assertThat(state.waiting().lineId()).as("%s", state).isEqualTo(claim.line);
            assertThat(state.waiting().position()).as("%s", state).isEqualTo(claim.position);
        }
        for (var i = 0; i < claim.keys.size(); i++) {
            var holder = story.log()
                    .state(BusinessKeys.KEY, state.businessKeys().get(i))
                    .holder();
            var naive = city.keyHolders.get(claim.keys.get(i));
            assertThat(holder).as("key %s", claim.keys.get(i)).isEqualTo(naive == null ? null : naive.id);
            assertThat(state.keysHeld()).as("keys of %s", state).isEqualTo(naive == claim);
        }
    }

    private void check(String id, NaiveCity.Cell cell, Map<String, Integer> placesHeld) {
        var state = story.log().state(QuotaCells.CELL, id);
        assertThat(state.places()).as("places of %s", state).isEqualTo(cell.places);
        assertThat(state.used()).as("use of %s", state).isEqualTo(cell.holders.size());
        assertThat(state.used()).as("use of %s", state).isEqualTo(placesHeld.getOrDefault(id, 0));
        assertThat(state.waitlistLast()).as("line of %s", state).isEqualTo(cell.line.joined.size());
        assertThat(state.waitlistServed()).as("line of %s", state).isEqualTo(cell.line.served);
    }

    private void check(String id, NaiveCity.Fund fund) {
        var state = story.log().state(Ledger.FUND, id);
        for (var account : LedgerAccount.values()) {
            assertThat(state.balance(account))
                    .as("%s of %s", account, id)
                    .isEqualTo(fund.balances.getOrDefault(account, 0L));
        }
        assertThat(state.waitlistLast()).as("line of %s", id).isEqualTo(fund.line.joined.size());
        assertThat(state.waitlistServed()).as("line of %s", id).isEqualTo(fund.line.served);
    }
}
