package org.gongxue.reward.entitlement.edge;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.reward.EntitlementOpened;
import org.gongxue.events.reward.FundShare;
import org.gongxue.reward.entitlement.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What some events in a row change of one entitlement's row, taken together; absent is unchanged. Nothing of a row ever
 * becomes absent again, so that absent can mean this.
 */
final class EntitlementChange {

    /** An assessment as the row keeps it, its parts as JSON. */
    record Assessed(
            String conditions,
            String missing,
            @Nullable String computation,
            long amountFen,
            List<FundShare> shares,
            String sharesJson,
            @Nullable String group,
            @Nullable String cellId) {

        @Nullable
        String fundId() {
            return shares.isEmpty() ? null : shares.getFirst().fundId();
        }

        /** Those who pay beside the leading fund. */
        String[] coFundIds() {
            return shares.stream().skip(1).map(FundShare::fundId).toArray(String[]::new);
        }
    }

    /** A place in a line. */
    record InLine(String line, String lineId, int position, LocalDate since) {}

    /** What the source said. */
    record Revoked(String reasonCode, LocalDate on) {}

    /** In which batch it lies, by its n-th attempt. */
    record Drafted(String batchId, int attempt) {}

    final String entitlementId;

    /** When these events opened it: the row is new. */
    @Nullable
    EntitlementOpened opened;

    long openedIndex;

    @Nullable
    Integer year;

    @Nullable
    Standing standing;

    @Nullable
    Boolean awaitsApproval;

    @Nullable
    Assessed assessed;

    @Nullable
    InLine inLine;

    @Nullable
    String reasons;

    @Nullable
    Revoked revoked;

    @Nullable
    Drafted drafted;

    EntitlementChange(String entitlementId) {
        this.entitlementId = entitlementId;
    }

    void stand(Standing next, boolean forAnOfficer) {
        standing = next;
        awaitsApproval = forAnOfficer;
    }
}
