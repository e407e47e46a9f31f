package org.gongxue.reward.audit;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.EvidenceIssued;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.authority.Staff;
import org.jspecify.annotations.Nullable;

/**
 * States an evidence pack in the log, so that the log vouches for what no leaf of an event covers, and that who took it
 * away is known.
 *
 * @param packId new for every pack
 * @param paymentId the attempt it was asked for, if it was
 * @param explanationDigest SHA-256 of the explanation's bytes, lower-case hex
 * @param sheetDigest the same of the 底稿
 */
public record IssueEvidence(
        String packId, String entitlementId, @Nullable String paymentId, String explanationDigest, String sheetDigest)
        implements RewardCommand {

    @Override
    public StreamId home() {
        return Evidence.PACK.id(packId);
    }

    @Override
    public Decision decide(View view) {
        var forbidden = Staff.mayAct(view, StaffRole.AUDITOR, StaffRole.ADMINISTRATOR);
        if (forbidden.isPresent()) {
            return Decision.refused(forbidden.get());
        }
        if (view.state(Evidence.PACK, packId).issued()) {
            return Decision.refused(Refusal.conflict("EVIDENCE_ISSUED", "packId", packId, null));
        }
        return Decision.accepted(NewEvent.of(
                home(),
                new EvidenceIssued(
                        entitlementId,
                        paymentId,
                        explanationDigest,
                        sheetDigest,
                        view.context().actor())));
    }
}
