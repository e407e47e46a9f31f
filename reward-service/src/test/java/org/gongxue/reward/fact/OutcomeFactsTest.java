package org.gongxue.reward.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.ContestPlacing.ContestLevel;
import org.gongxue.events.creditbank.ContestPlacing.ContestRound;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.reward.FactsAwaited;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomeFactsTest {

    @Test
    void aRecognizedCertificateTellsWhatWasReachedAndWhatWasHeldBefore() {
        var facts = facts(
                deposited(OutcomeKind.SKILL_CERTIFICATE, SkillLevel.SENIOR, null, null),
                new OutcomeRecognized("O-1", "L-1", SkillLevel.SENIOR, SkillLevel.TECHNICIAN, SkillLevel.INTERMEDIATE));
        assertThat(facts)
                .containsEntry("learner.learnerId", "L-1")
                .containsEntry("outcome.kind", "SKILL_CERTIFICATE")
                .containsEntry("outcome.grade", "SENIOR")
                .containsEntry("outcome.level", "SENIOR")
                .containsEntry("outcome.levelRank", "4")
                .containsEntry("outcome.heldBefore", "TECHNICIAN")
                .containsEntry("outcome.heldBeforeRank", "5")
                .containsEntry("outcome.heldInOccupation", "INTERMEDIATE")
                .containsEntry("outcome.levelsGained", "1")
                .containsEntry("outcome.issuedOn", "2017-03-01")
                .containsEntry("outcome.depositedOn", "2017-03-31")
                .containsEntry("outcome.daysToDeposit", "30")
                .containsEntry("outcome.route", "TRAINING")
                .containsEntry("outcome.qualification", "NONE")
                .containsEntry("contest.level", "NONE")
                .containsEntry("contest.rank", "0")
                .containsEntry("contest.certifiedTrade", "false");
    }

    @Test
    void whoHeldNothingBeforeHeldNone() {
        var facts = facts(
                deposited(OutcomeKind.SKILL_CERTIFICATE, SkillLevel.BEGINNER, null, null),
                new OutcomeRecognized("O-1", "L-1", SkillLevel.BEGINNER, null, null));
        assertThat(facts)
                .containsEntry("outcome.heldBefore", "NONE")
                .containsEntry("outcome.heldBeforeRank", "0")
                .containsEntry("outcome.levelsGained", "2");
    }

    @Test
    void aContestAndAQualificationHaveNoLevelButAGrade() {
        var placing = new ContestPlacing(ContestLevel.CITY, ContestRound.SEMI_FINAL, 5, true);
        assertThat(facts(deposited(OutcomeKind.CONTEST_RESULT, null, null, placing)))
                .containsEntry("outcome.grade", "CONTEST")
                .containsEntry("outcome.level", "NONE")
                .containsEntry("outcome.levelRank", "0")
                .containsEntry("contest.level", "CITY")
                .containsEntry("contest.highestRound", "SEMI_FINAL")
                .containsEntry("contest.rank", "5")
                .containsEntry("contest.certifiedTrade", "true");
        assertThat(facts(deposited(OutcomeKind.PROFESSIONAL_QUALIFICATION, null, "SOCIAL_WORKER", null)))
                .containsEntry("outcome.grade", "SOCIAL_WORKER")
                .containsEntry("outcome.qualification", "SOCIAL_WORKER");
    }

    @Test
    void whatWasHeldBeforeIsNotKnownUntilTheCreditBankRecognizes() {
        var facts = facts(deposited(OutcomeKind.SKILL_CERTIFICATE, SkillLevel.SENIOR, null, null));
        assertThat(FactVocabulary.all().keySet())
                .filteredOn(fact -> fact.startsWith("outcome.") || fact.startsWith("contest."))
                .allSatisfy(fact -> assertThat(facts.containsKey(fact))
                        .as(fact)
                        .isEqualTo(FactVocabulary.knownWith(FactVocabulary.OUTCOME_JUDGED, fact)));
    }

    @Test
    void everyFactHasItsTypeAndEveryWordIsOneOfItsFacts() {
        var outcome = story(
                deposited(OutcomeKind.SKILL_CERTIFICATE, SkillLevel.SENIOR, null, null),
                new OutcomeRecognized("O-1", "L-1", SkillLevel.SENIOR, null, null));
        outcome.byName().forEach((fact, value) -> {
            assertThat(FactVocabulary.type(fact))
                    .as(fact)
                    .hasValueSatisfying(type -> assertThat(value.fits(type)).isTrue());
            var words = FactVocabulary.words(fact);
            assertThat(words.isEmpty() || words.contains(value.text())).as(fact).isTrue();
        });
    }

    @Test
    void whoAwaitsItsFactsIsKeptInOrder() {
        assertThat(story(
                                deposited(OutcomeKind.SKILL_CERTIFICATE, SkillLevel.SENIOR, null, null),
                                new FactsAwaited("outcome/O-1", "E-2", List.of()),
                                new FactsAwaited("outcome/O-1", "E-1", List.of()))
                        .awaiting())
                .containsExactly("E-2", "E-1");
    }

    private static OutcomeFacts story(Object... events) {
        var state = OutcomeFacts.FACTS.initial();
        for (var event : events) {
            state = OutcomeFacts.FACTS.evolve(state, event);
        }
        return state;
    }

    private static Map<String, String> facts(Object... events) {
        return story(events).byName().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().text()));
    }

    private static OutcomeDeposited deposited(
            OutcomeKind kind,
            @Nullable SkillLevel level,
            @Nullable String qualification,
            @Nullable ContestPlacing contest) {
        return new OutcomeDeposited(
                "O-1",
                "L-1",
                kind,
                "token",
                CertificateForm.DIGITS_16,
                null,
                "6-18-01-01",
                "2015",
                "车工",
                level,
                qualification,
                contest,
                LocalDate.of(2017, 3, 1),
                AcquisitionRoute.TRAINING,
                LocalDate.of(2017, 3, 31),
                "user:officer");
    }
}
