package org.gongxue.reward.entitlement;

import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.kit.authority.Accounts;
import org.gongxue.kit.authority.Offices;
import org.gongxue.reward.authority.Staff;
import org.gongxue.reward.entitlement.EntitlementCommand.JudgeEntitlement;
import org.gongxue.reward.entitlement.EntitlementCommand.JudgedAnswer;
import org.gongxue.reward.entitlement.EntitlementCommand.LearnFact;
import org.gongxue.reward.entitlement.EntitlementCommand.MeetLearner;
import org.gongxue.reward.entitlement.EntitlementCommand.OpenEntitlements;
import org.gongxue.reward.fact.LearnerUnits;
import org.jspecify.annotations.Nullable;

/** Decides about entitlements. */
final class EntitlementDecider {

    private EntitlementDecider() {}

    /** The stream a refusal is recorded on. */
    static StreamId home(EntitlementCommand command) {
        return switch (command) {
            case OpenEntitlements c -> c.basis();
            case LearnFact c -> c.basis();
            case MeetLearner c -> LearnerUnits.LEARNER.id(c.learnerId());
            case JudgeEntitlement c -> Entitlements.ENTITLEMENT.id(c.entitlementId());
        };
    }

    /** What becomes of a command. */
    static Decision decide(View view, EntitlementCommand command) {
        return switch (command) {
            case OpenEntitlements c -> WhenASourceEventArrivesThenOpenEntitlements.decide(view, c);
            case LearnFact c -> WhenFactsArriveThenAssessAgain.decide(view, c);
            case MeetLearner c -> WhenALearnerArrivesThenOpenWhatWaited.decide(view, c);
            case JudgeEntitlement c -> judge(view, c);
        };
    }

    private static Decision judge(View view, JudgeEntitlement command) {
        var id = command.entitlementId();
        var state = view.state(Entitlements.ENTITLEMENT, id);
        if (state.stage() == Stage.NONE) {
            return Decision.refused(Refusal.notFound("NOT_FOUND", "entitlement", id));
        }
        var forbidden = Offices.mayAct(view, Staff.subject(view), StaffRole.UNION_OFFICER, state.unitId());
        if (forbidden.isPresent()) {
            return Decision.refused(forbidden.get());
        }
        if (state.learnerId()
                .equals(view.state(Accounts.ACCOUNT, Staff.subject(view)).learnerId())) {
            return Decision.refused(Refusal.forbidden("OWN_ENTITLEMENT", null, null));
        }
        if (state.stage() != Stage.HELD) {
            return Decision.refused(Refusal.conflict(
                    "ENTITLEMENT_NOT_WAITING",
                    "state",
                    Standing.of(state, false).word(),
                    "pending"));
        }
        return command.approve() ? approve(view, state) : refuse(view, state, command.reasonCode());
    }

    private static Decision approve(View view, EntitlementState state) {
        var granting = new Granting(view);
        granting.approve(
                state.entitlementId(), Granting.cause(state), state.shares(), state.amountFen(), Staff.subject(view));
        return Decision.accepted(granting.events(), new JudgedAnswer(state.entitlementId(), Standing.APPROVED.word()));
    }

    private static Decision refuse(View view, EntitlementState state, @Nullable String code) {
        if (code == null) {
            return Decision.refused(Refusal.invalid("REASON_NEEDED", "reasonCode", null, null));
        }
        var granting = new Granting(view);
        var reason = new EntitlementReason(code, "approval", null, null, null, null, null);
        new TakingBack(granting).refuse(state, reason, Staff.subject(view));
        return Decision.accepted(granting.events(), new JudgedAnswer(state.entitlementId(), Standing.REFUSED.word()));
    }
}
