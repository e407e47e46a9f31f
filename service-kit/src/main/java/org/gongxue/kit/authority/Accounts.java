package org.gongxue.kit.authority;

import org.gongxue.eventlog.StreamType;
import org.gongxue.events.enrollment.LearnerAccountLinked;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.jspecify.annotations.Nullable;

/** Which learner signs in as which subject. */
public final class Accounts {

    /** The learner behind one sign-in subject, absent while not linked. */
    public record AccountState(@Nullable String learnerId) {}

    /** Learners per sign-in subject. */
    public static final StreamType<AccountState> ACCOUNT =
            StreamType.of("account", AccountState.class, 1, new AccountState(null), (state, event) -> switch (event) {
                case LearnerRegistered l when l.subject() != null -> new AccountState(l.learnerId());
                case LearnerAccountLinked l -> new AccountState(l.learnerId());
                default -> state;
            });

    private Accounts() {}
}
