package org.gongxue.enrollment.admission;

import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.ApplicationEvent;
import org.gongxue.events.enrollment.ApplicationSubmitted;
import org.gongxue.events.enrollment.IntakeClaimReleased;
import org.gongxue.events.enrollment.IntakeClaimed;
import org.gongxue.kit.authority.Offices;
import org.jspecify.annotations.Nullable;

/** The streams of applications, and what their deciders share. */
public final class Applications {

    /** Applications by id. */
    public static final StreamType<ApplicationState> APPLICATION = StreamType.of(
            "application", ApplicationState.class, 1, ApplicationState.UNKNOWN, (state, event) -> switch (event) {
                case ApplicationEvent e -> state.evolve(e);
                default -> throw new UnexpectedEvent("application", event);
            });

    /** The one open application of a person in an intake; absent while there is none (invariant 4). */
    public record ClaimState(@Nullable String applicationId) {}

    /** Claims by person and intake. */
    public static final StreamType<ClaimState> CLAIM =
            StreamType.of("intake-claim", ClaimState.class, 1, new ClaimState(null), (state, event) -> switch (event) {
                case IntakeClaimed claimed -> new ClaimState(claimed.applicationId());
                case IntakeClaimReleased _ -> new ClaimState(null);
                default -> throw new UnexpectedEvent("intake-claim", event);
            });

    private Applications() {}

    /** The claim of a person, known by the identity token, on an intake. */
    static StreamId claim(String identityToken, String intakeId) {
        return CLAIM.id(identityToken + ":" + intakeId);
    }

    /** Lets the person of a closed application apply in the intake again. */
    static NewEvent release(ApplicationSubmitted submitted) {
        return NewEvent.of(
                claim(submitted.identityToken(), submitted.intakeId()),
                new IntakeClaimReleased(submitted.identityToken(), submitted.intakeId(), submitted.applicationId()));
    }

    static Decision unknown(String applicationId) {
        return Decision.refused(Refusal.notFound("NOT_FOUND", "applicationId", applicationId));
    }

    /** The application is at another stage than this act needs. */
    static Decision wrongStage(ApplicationState application, Stage needed) {
        return Decision.refused(Refusal.conflict(
                "APPLICATION_STAGE", "state", application.stage().name(), needed.name()));
    }

    /** The unit of the officer's appointment that reaches the worker's unit, nearest first; the worker's own if none is. */
    static String actingUnit(View view, java.util.Set<String> appointedTo, String unitId) {
        return view.state(Offices.UNIT, unitId).path(unitId).reversed().stream()
                .filter(appointedTo::contains)
                .findFirst()
                .orElse(unitId);
    }
}
