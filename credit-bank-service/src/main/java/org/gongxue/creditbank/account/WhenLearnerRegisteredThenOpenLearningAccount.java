package org.gongxue.creditbank.account;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.LearningAccountOpened;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.kit.authority.Accounts;

/** Policy: whoever is registered as a learner has a learning account from that moment, and one only. */
public record WhenLearnerRegisteredThenOpenLearningAccount(LearnerRegistered registered) implements CreditBankCommand {

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(informs());
    }

    @Override
    public Decision decide(View view) {
        var account = view.state(LearningAccount.STREAM, registered.learnerId());
        var events = new ArrayList<>(informs().stream().map(NewEvent::input).toList());
        if (!account.open()) {
            events.add(NewEvent.of(
                    LearningAccount.STREAM.id(registered.learnerId()),
                    new LearningAccountOpened("LA-" + registered.learnerId(), registered.learnerId())));
        }
        return Decision.accepted(events);
    }

    /** The account learns its unit; the sign-in, when there is one, learns its learner. */
    private List<StreamId> informs() {
        var account = LearningAccount.STREAM.id(registered.learnerId());
        var subject = registered.subject();
        return subject == null ? List.of(account) : List.of(account, Accounts.ACCOUNT.id(subject));
    }
}
