package org.gongxue.reward.entitlement;

import java.util.Objects;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.reward.LearnerAwaited;
import org.gongxue.reward.entitlement.EntitlementCommand.OpenEntitlements;
import org.gongxue.reward.fact.Basis;
import org.gongxue.reward.fact.LearnerUnits;

/**
 * A source event, such as a confirmed graduation or a judged outcome, opens entitlements. When it comes before its learner
 * was heard of, it is only kept, and the learner opens them.
 */
final class WhenASourceEventArrivesThenOpenEntitlements {

    private WhenASourceEventArrivesThenOpenEntitlements() {}

    static Decision decide(View view, OpenEntitlements command) {
        var input = Objects.requireNonNull(view.context().input(), "opened by an input alone");
        var granting = new Granting(view);
        granting.add(NewEvent.input(command.basis()));
        Basis.of(view, command.basis(), input.event())
                .ifPresentOrElse(
                        basis -> new Opening(view, input, granting, basis).open(command.sourceEvent()),
                        () -> awaitLearner(granting, command, input));
        return Decision.accepted(granting.events());
    }

    private static void awaitLearner(Granting granting, OpenEntitlements command, Input input) {
        var learnerId = learner(command, input);
        granting.add(NewEvent.of(
                LearnerUnits.LEARNER.id(learnerId),
                new LearnerAwaited(learnerId, command.basis().toString())));
    }

    private static String learner(OpenEntitlements command, Input input) {
        return switch (input.event()) {
            case OutcomeRecognized e -> e.learnerId();
            case OutcomeRefused e -> e.learnerId();
            default -> throw new IllegalStateException("nobody was enrolled as " + command.basis());
        };
    }
}
