package org.gongxue.reward.entitlement;

import java.util.Objects;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.kit.authority.Accounts;
import org.gongxue.reward.entitlement.EntitlementCommand.MeetLearner;
import org.gongxue.reward.fact.Basis;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.fact.LearnerUnits;

/**
 * A learner is registered: the unit is known, and so is who signs in. Outcomes that were judged before, because the credit
 * bank's log came first, open their entitlements now; one that was revoked meanwhile opens none.
 */
final class WhenALearnerArrivesThenOpenWhatWaited {

    private WhenALearnerArrivesThenOpenWhatWaited() {}

    static Decision decide(View view, MeetLearner command) {
        var input = Objects.requireNonNull(view.context().input(), "met by an input alone");
        var learner = view.state(LearnerUnits.LEARNER, command.learnerId());
        var granting = new Granting(view);
        granting.add(NewEvent.input(LearnerUnits.LEARNER.id(command.learnerId())));
        if (command.subject() != null) {
            var account = Accounts.ACCOUNT.id(command.subject());
            view.state(Accounts.ACCOUNT, account.id()); // only what was read may be written
            granting.add(NewEvent.input(account));
        }
        for (var waiting : learner.awaiting()) {
            Basis.of(view, StreamId.parse(waiting), input.event())
                    .filter(Basis::stands)
                    .ifPresent(basis -> new Opening(view, input, granting, basis).open(FactVocabulary.OUTCOME_JUDGED));
        }
        return Decision.accepted(granting.events());
    }
}
