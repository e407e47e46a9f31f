package org.gongxue.enrollment.admission;

import java.time.LocalDate;
import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.Reads;
import org.gongxue.enrollment.learner.Learners;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.jspecify.annotations.Nullable;

/** What can be asked about an application. */
public sealed interface ApplicationCommand extends EnrollmentCommand {

    /** The application it is about. */
    String applicationId();

    /** Why a reviewing union says no; the code of the recorded refusal is {@code REVIEW_} and the name. */
    enum ReviewReason {
        /** 不是在岗职工 */
        NOT_A_WORKER,
        /** 材料不全 */
        DOCUMENTS_INCOMPLETE,
        /** 不属于本级工会 */
        NOT_OURS,
        /** 其他 */
        OTHER
    }

    /** Ask for a place, for oneself or as an officer for a worker. */
    record Submit(String applicationId, String intakeId, String programId, String learnerId)
            implements ApplicationCommand {}

    /** Recommend, as an officer of the worker's union or one above it. */
    record Recommend(String applicationId) implements ApplicationCommand {}

    /** Review a recommended application, as an officer of the reviewing union or one above it. */
    record Review(
            String applicationId, boolean approve, @Nullable ReviewReason reason) implements ApplicationCommand {}

    /** Step back, or decline a place. */
    record Withdraw(String applicationId) implements ApplicationCommand {}

    /** Admit an applicant who holds a place, as the university. */
    record Admit(String applicationId, String studentNumber, LocalDate enrolledOn) implements ApplicationCommand {}

    /** Refuse an application that nobody recommended in time. The service asks itself. */
    record RefuseNotRecommended(String applicationId) implements ApplicationCommand {}

    @Override
    default Set<StreamId> reads() {
        var application = Applications.APPLICATION.id(applicationId());
        return switch (this) {
            case Submit s -> Reads.of(application, Learners.LEARNER.id(s.learnerId()), Intakes.INTAKE.id(s.intakeId()));
            case Recommend _, Review _, Withdraw _, Admit _, RefuseNotRecommended _ -> Set.of(application);
        };
    }

    @Override
    default Decision decide(View view) {
        return switch (this) {
            case Submit submit -> Submission.decide(view, submit);
            case Recommend recommend -> Recommendation.decide(view, recommend);
            case Review review -> Reviewing.decide(view, review);
            case Withdraw withdraw -> Withdrawal.decide(view, withdraw);
            case Admit admit -> Admission.decide(view, admit);
            case RefuseNotRecommended refuse -> WindowOver.decide(view, refuse);
        };
    }
}
