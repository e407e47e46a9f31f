package org.gongxue.reward.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.entitlement.Entitlements;

/** What may be done to funds. */
public sealed interface FundCommand extends RewardCommand {

    @Override
    default StreamId home() {
        return FundDecider.home(this);
    }

    @Override
    default Decision decide(View view) {
        return FundDecider.decide(view, this);
    }

    /** The fund it is about. */
    String fundId();

    /** Opens a fund without money. The id ends in a hyphen and the year, as policies select it. */
    record OpenFund(String fundId, String name, int year, String source) implements FundCommand {}

    /** Enters an appropriation under its document number 拨款文号. */
    record ProposeAppropriation(String fundId, String documentNumber, long amountFen, LocalDate on)
            implements FundCommand {}

    /** Another person confirms that the money is there. */
    record ConfirmAppropriation(String fundId, int number) implements FundCommand {}

    /** Its maker takes an appropriation back, or somebody else turns it down. */
    record RejectAppropriation(String fundId, int number) implements FundCommand {}

    /**
     * The service's own command: gives the fund's free money to those who wait, in their order.
     *
     * @param entitlementIds those next in line, without a gap, at most {@link #PROMOTED_MAX}
     */
    record PromoteWaitlisted(String fundId, List<String> entitlementIds) implements FundCommand {

        /** The most in one command. */
        public static final int PROMOTED_MAX = 100;

        public PromoteWaitlisted {
            entitlementIds = List.copyOf(entitlementIds);
            if (entitlementIds.size() > PROMOTED_MAX) {
                throw new IllegalArgumentException("at most " + PROMOTED_MAX + " at a time");
            }
        }

        @Override
        public Set<StreamId> reads() {
            return Entitlements.with(home(), entitlementIds);
        }
    }

    /** The answer to opening. */
    record FundAnswer(String fundId, String name, int year, String source) {}

    /** The answer to an appropriation: its number within the fund, and {@code proposed}, {@code confirmed} or {@code rejected}. */
    record AppropriationAnswer(String fundId, int number, String documentNumber, long amountFen, String state) {}

    /** The answer to a promotion: how many were promoted. */
    record PromotedAnswer(int promoted) {}
}
