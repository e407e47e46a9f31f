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
 * @param revoked absent while it stands
 * @param revocationProposed a revocation that waits for another person; shown to staff only, since it may be turned down
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
        @Nullable RevokedView revoked,
        @Nullable RevocationProposedView revocationProposed) {

    /** When and why an outcome was revoked, with the reason in words. */
    public record RevokedView(LocalDate on, String reasonCode, String text) {}

    /** When, why and by whom a revocation was proposed; whoever it was cannot confirm it. */
    public record RevocationProposedView(
            LocalDate on, String reasonCode, String text, String proposedBy, boolean proposedByMe) {}

    /** An outcome in a language, as its learner may see it. */
    public static OutcomeView of(LearningOutcome outcome, Locale locale) {
        return view(outcome, locale, null);
    }

    /** An outcome in a language, with what is proposed about it, for somebody of the staff. */
    static OutcomeView forStaff(LearningOutcome outcome, Locale locale, String subject) {
        return view(outcome, locale, proposed(outcome, locale, subject));
    }

    private static OutcomeView view(LearningOutcome outcome, Locale locale, @Nullable RevocationProposedView proposed) {
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
                revoked(outcome, locale),
                proposed);
    }

    private static @Nullable RevokedView revoked(LearningOutcome outcome, Locale locale) {
        var on = outcome.revocationOn;
        var reason = outcome.revocationReason;
        return on == null || reason == null || outcome.revocationProposedBy != null
                ? null
                : new RevokedView(on, reason, why(reason, locale));
    }

    private static @Nullable RevocationProposedView proposed(LearningOutcome outcome, Locale locale, String subject) {
        var on = outcome.revocationOn;
        var reason = outcome.revocationReason;
        var by = outcome.revocationProposedBy;
        return on == null || reason == null || by == null
                ? null
                : new RevocationProposedView(on, reason, why(reason, locale), by, by.equals(subject));
    }

    private static String why(String reason, Locale locale) {
        return Messages.text("revocation." + reason, Map.of(), locale);
    }
}
