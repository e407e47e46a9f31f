package org.gongxue.enrollment.learner;

import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.EducationLevel;

/** What can be asked about workers. Commands carry keyed tokens; what they stand for is in the vault already. */
public sealed interface LearnerCommand extends EnrollmentCommand {

    /** The learner it is about. */
    String learnerId();

    /**
     * Make a worker known.
     *
     * @param learnerId derived from the identity under a key, so one person is one learner
     * @param self the worker registers himself, rather than an officer for him
     * @param phoneMatches the worker's own sign-in phone is the one in the vault; lets him claim an existing record
     * @param consentVersion the version of the wording consented to
     * @param sensitive the separate consent to sensitive data
     * @param profileToken a keyed digest of what the vault keeps, so that the same request with another content differs
     */
    record Register(
            String learnerId,
            String identityToken,
            String unitId,
            EducationLevel educationLevel,
            boolean self,
            boolean phoneMatches,
            String consentVersion,
            boolean sensitive,
            String profileToken)
            implements LearnerCommand {}

    /** Note that an own bank card lies in the vault; {@code accountToken} stands for its number and bank. */
    record RecordCard(String learnerId, String accountToken) implements LearnerCommand {}

    @Override
    default Set<StreamId> reads() {
        return Set.of(Learners.LEARNER.id(learnerId()));
    }

    @Override
    default Decision decide(View view) {
        return Learners.decide(view, this);
    }
}
