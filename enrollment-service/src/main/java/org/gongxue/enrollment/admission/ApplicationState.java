package org.gongxue.enrollment.admission;

import org.gongxue.events.enrollment.ApplicationAdmitted;
import org.gongxue.events.enrollment.ApplicationEvent;
import org.gongxue.events.enrollment.ApplicationPlaced;
import org.gongxue.events.enrollment.ApplicationRecommended;
import org.gongxue.events.enrollment.ApplicationRefused;
import org.gongxue.events.enrollment.ApplicationSubmitted;
import org.gongxue.events.enrollment.ApplicationWaitlisted;
import org.gongxue.events.enrollment.ApplicationWithdrawn;
import org.gongxue.events.enrollment.Holder;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands.
 *
 * @param stage its stage
 * @param submitted what was asked, absent while unknown
 * @param recommendedBy who recommended it
 * @param waitlistNumber the number it waits, or waited, with
 * @param holder who answers next; absent when it is closed
 * @param enrollmentId what became of it on admission
 */
public record ApplicationState(
        Stage stage,
        @Nullable ApplicationSubmitted submitted,
        @Nullable String recommendedBy,
        @Nullable Integer waitlistNumber,
        @Nullable Holder holder,
        @Nullable String enrollmentId) {

    /** The stages of an application. */
    public enum Stage {
        UNKNOWN,
        SUBMITTED,
        RECOMMENDED,
        WAITLISTED,
        PLACED,
        ENROLLED,
        REFUSED,
        WITHDRAWN
    }

    /** Before it is submitted. */
    static final ApplicationState UNKNOWN = new ApplicationState(Stage.UNKNOWN, null, null, null, null, null);

    /** What was asked; only for a known application. */
    public ApplicationSubmitted submission() {
        if (submitted == null) {
            throw new IllegalStateException("The application is unknown");
        }
        return submitted;
    }

    /** Who answers next; only for an open application. */
    Holder held() {
        if (holder == null) {
            throw new IllegalStateException("The application is closed");
        }
        return holder;
    }

    ApplicationState evolve(ApplicationEvent event) {
        return switch (event) {
            case ApplicationSubmitted s -> new ApplicationState(Stage.SUBMITTED, s, null, null, s.holder(), null);
            case ApplicationRecommended r ->
                new ApplicationState(Stage.RECOMMENDED, submitted, r.recommendedBy(), null, r.holder(), null);
            case ApplicationPlaced p ->
                new ApplicationState(Stage.PLACED, submitted, recommendedBy, waitlistNumber, p.holder(), null);
            case ApplicationWaitlisted w ->
                new ApplicationState(Stage.WAITLISTED, submitted, recommendedBy, w.number(), w.holder(), null);
            case ApplicationRefused _ -> closed(Stage.REFUSED, null);
            case ApplicationWithdrawn _ -> closed(Stage.WITHDRAWN, null);
            case ApplicationAdmitted a -> closed(Stage.ENROLLED, a.enrollmentId());
        };
    }

    private ApplicationState closed(Stage at, @Nullable String enrollment) {
        return new ApplicationState(at, submitted, recommendedBy, waitlistNumber, null, enrollment);
    }
}
