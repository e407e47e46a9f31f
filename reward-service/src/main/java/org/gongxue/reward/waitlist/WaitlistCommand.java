package org.gongxue.reward.waitlist;

import java.util.List;
import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.quota.QuotaCells;

/**
 * The service's own commands about the line of a quota cell. They name those next in line, without a gap; who is named out
 * of turn, too early or once more changes nothing, so they may come late and any number of times.
 */
public sealed interface WaitlistCommand extends RewardCommand {

    /** The most in one command. */
    int MOVED_MAX = 100;

    /** The cell's id, see {@link QuotaCells#cellId}. */
    String cellId();

    /** Those next in line, at most {@link #MOVED_MAX}. */
    List<String> entitlementIds();

    @Override
    default StreamId home() {
        return QuotaCells.CELL.id(cellId());
    }

    @Override
    default Set<StreamId> reads() {
        return Entitlements.with(home(), entitlementIds());
    }

    /** Gives the cell's free places to those who wait for them. */
    record PromoteFromQuota(String cellId, List<String> entitlementIds) implements WaitlistCommand {

        public PromoteFromQuota {
            entitlementIds = limited(entitlementIds);
        }

        @Override
        public Decision decide(View view) {
            return WhenAPlaceIsFreeThenPromoteTheNext.decide(view, this);
        }
    }

    /** The cell's year is over: those who still wait for a place get none. */
    record ExpireWaitlisted(String cellId, List<String> entitlementIds) implements WaitlistCommand {

        public ExpireWaitlisted {
            entitlementIds = limited(entitlementIds);
        }

        @Override
        public Decision decide(View view) {
            return WhenTheYearEndsThenExpireWhoWaits.decide(view, this);
        }
    }

    /** The answer to both: how many got a place, or expired; who had left the line before is not counted. */
    record MovedAnswer(int moved) {}

    private static List<String> limited(List<String> ids) {
        if (ids.size() > MOVED_MAX) {
            throw new IllegalArgumentException("at most " + MOVED_MAX + " at a time");
        }
        return List.copyOf(ids);
    }
}
