package org.gongxue.reward.claim;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.OutcomeFacts;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that has not been handed in, as far as it is told. What is not told is absent, and so are the facts of it.
 *
 * @param learnerId whose it would be
 * @param heldBefore the highest level held in any occupation
 * @param heldInOccupation the highest level held in this occupation
 * @param depositedOn the day on which it would be handed in
 */
public record Claim(
        @Nullable String learnerId,
        OutcomeKind kind,
        @Nullable String occupationCode,
        @Nullable String occupationEdition,
        @Nullable SkillLevel level,
        @Nullable String qualification,
        @Nullable ContestPlacing contest,
        @Nullable AcquisitionRoute route,
        @Nullable HeldLevel heldBefore,
        @Nullable HeldLevel heldInOccupation,
        LocalDate issuedOn,
        LocalDate depositedOn) {

    private static final String UNTOLD = "";

    /**
     * A skill certificate of the plainest kind, issued and handed in today, as the three questions of the self-check tell
     * it: what is held is held in the same occupation.
     */
    public static Claim ofCertificate(
            SkillLevel level, HeldLevel heldBefore, @Nullable AcquisitionRoute route, LocalDate today) {
        return new Claim(
                null,
                OutcomeKind.SKILL_CERTIFICATE,
                null,
                null,
                level,
                null,
                null,
                route,
                heldBefore,
                heldBefore,
                today,
                today);
    }

    /** The facts by their names in policies, as they would be if the credit bank recognised it. */
    public Map<String, FactValue> facts() {
        var facts = new LinkedHashMap<>(recognized().byName());
        facts.remove("outcome.outcomeId");
        without(facts, learnerId, "learner.learnerId");
        without(facts, occupationCode, "outcome.occupationCode");
        without(facts, occupationEdition, "outcome.occupationEdition");
        without(facts, route, "outcome.route");
        without(facts, heldBefore, "outcome.heldBefore", "outcome.heldBeforeRank");
        without(
                facts,
                heldInOccupation,
                "outcome.heldInOccupation",
                "outcome.heldInOccupationRank",
                "outcome.levelsGained");
        return Collections.unmodifiableMap(facts);
    }

    private static void without(Map<String, FactValue> facts, @Nullable Object told, String... untold) {
        if (told == null) {
            facts.keySet().removeAll(List.of(untold));
        }
    }

    /** Told by the same events as a real one, so that derived facts are derived once. */
    private OutcomeFacts recognized() {
        var learner = Objects.requireNonNullElse(learnerId, UNTOLD);
        var deposited = new OutcomeDeposited(
                UNTOLD,
                learner,
                kind,
                UNTOLD,
                CertificateForm.OTHER,
                null,
                Objects.requireNonNullElse(occupationCode, UNTOLD),
                Objects.requireNonNullElse(occupationEdition, UNTOLD),
                UNTOLD,
                level,
                qualification,
                contest,
                issuedOn,
                Objects.requireNonNullElse(route, AcquisitionRoute.TRAINING),
                depositedOn,
                UNTOLD);
        var judged = new OutcomeRecognized(UNTOLD, learner, level, level(heldBefore), level(heldInOccupation));
        return new OutcomeFacts(deposited, judged, null, null, List.of());
    }

    private static @Nullable SkillLevel level(@Nullable HeldLevel held) {
        return held == null ? null : held.level();
    }
}
