package org.gongxue.events.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 凭证: the postings sum to zero (invariant 5). {@code entryId} is the fund's id, a hash sign and the entry's number in
 * the fund, from 1. {@code cause} is {@code entitlement/<id>}, {@code batch/<id>} or {@code appropriation/<number>};
 * an entitlement's entries name the policy version that they follow (invariant 6).
 */
public record JournalEntryPosted(
        String entryId,
        String fundId,
        int year,
        JournalReason reason,
        List<Posting> postings,
        String cause,
        @Nullable String policyId,
        @Nullable Integer policyVersion)
        implements FundEvent {

    public JournalEntryPosted {
        postings = List.copyOf(postings);
    }
}
