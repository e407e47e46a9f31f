package org.gongxue.events.reward;

import java.util.List;
import org.gongxue.events.EventCatalog.Entry;

/**
 * All events of the reward ledger.
 *
 * <p>Add a record to {@code permits} and to the catalog together; a test finds one without the other.
 */
public sealed interface RewardEvent permits FundOpened {

    /** The wire names of this service's events. */
    List<Entry> CATALOG = List.of(new Entry("org.gongxue.reward.fund-opened", 1, FundOpened.class));
}
