package org.gongxue.creditbank.outcome.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.kit.door.Messages;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it is shown: {@code state} is recognized, refused or revoked.
 *
 * @param unitId the unit its learner belongs to
 * @param level absent for what has none
 * @param qualification absent but for a professional qualification
 * @param contest absent but for a contest result
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeView(
        String outcomeId,
        String learnerId,
        @Nullable String unitId,
        OutcomeKind kind,
        @Nullable String issuerCode,
        String occupationCode,
        String occupationEdition,
        String occupationName,
        @Nullable SkillLevel level,
        @Nullable String qualification,
        @Nullable ContestPlacing contest,
        LocalDate issuedOn,
        AcquisitionRoute route,
        LocalDate depositedOn,
        String state,
        List<ReasonView> reasons,
        @Nullable RevokedView revoked) {

    /** When and why an outcome was revoked, with the reason in words. */
    public record RevokedView(LocalDate on, String reasonCode, String text) {}

    /** An outcome in a language. */
    public static OutcomeView of(LearningOutcome outcome, Locale locale) {
        return new OutcomeView(
                outcome.outcomeId,
                outcome.learnerId,
                outcome.unitId,
                outcome.kind,
                outcome.issuerCode,
                outcome.occupationCode,
                outcome.occupationEdition,
                outcome.occupationName,
                outcome.level,
                outcome.qualification,
                outcome.contest,
                outcome.issuedOn,
                outcome.route,
                outcome.depositedOn,
                outcome.state.name().toLowerCase(Locale.ROOT),
                ReasonView.of(outcome.reasons, locale),
                revoked(outcome, locale));
    }

    private static @Nullable RevokedView revoked(LearningOutcome outcome, Locale locale) {
        var on = outcome.revokedOn;
        var reason = outcome.revokedReason;
        return on == null || reason == null
                ? null
                : new RevokedView(on, reason, Messages.text("revocation." + reason, Map.of(), locale));
    }
}
