package org.gongxue.reward.fact;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.reward.FactsAwaited;
import org.gongxue.reward.fact.FactValue.Day;
import org.gongxue.reward.fact.FactValue.Flag;
import org.gongxue.reward.fact.FactValue.Text;
import org.gongxue.reward.fact.FactValue.Whole;
import org.jspecify.annotations.Nullable;

/**
 * What has been heard from the credit bank about one learning outcome; what has not is absent.
 *
 * @param recognized the credit bank's judgement, or {@code refused} is
 * @param revoked it was recognised and is no longer
 * @param awaiting entitlements that hang on it, in the order they were opened
 */
public record OutcomeFacts(
        @Nullable OutcomeDeposited deposited,
        @Nullable OutcomeRecognized recognized,
        @Nullable OutcomeRefused refused,
        @Nullable OutcomeRevoked revoked,
        List<String> awaiting) {

    /** Facts by outcome id. */
    public static final StreamType<OutcomeFacts> FACTS = StreamType.of(
            "outcome",
            OutcomeFacts.class,
            1,
            new OutcomeFacts(null, null, null, null, List.of()),
            OutcomeFacts::evolve);

    public OutcomeFacts {
        awaiting = List.copyOf(awaiting);
    }

    /**
     * The facts by their names in policies; what is not heard of is absent. What an outcome of this kind does not have,
     * such as the level of a contest, is the word {@value FactVocabulary#NONE} or the number 0, so that a policy can ask.
     */
    public Map<String, FactValue> byName() {
        var facts = new LinkedHashMap<String, FactValue>();
        if (deposited != null) {
            putDeposit(facts, deposited);
            putContest(facts, deposited.contest());
            if (recognized != null) {
                putJudgement(facts, deposited, recognized);
            }
        }
        return Collections.unmodifiableMap(facts);
    }

    private static void putDeposit(Map<String, FactValue> facts, OutcomeDeposited deposit) {
        facts.put("learner.learnerId", new Text(deposit.learnerId()));
        facts.put("outcome.outcomeId", new Text(deposit.outcomeId()));
        facts.put("outcome.kind", new Text(deposit.kind().name()));
        facts.put("outcome.grade", new Text(grade(deposit)));
        facts.put("outcome.level", level(deposit.level()));
        facts.put("outcome.levelRank", rank(deposit.level()));
        facts.put("outcome.occupationCode", new Text(deposit.occupationCode()));
        facts.put("outcome.occupationEdition", new Text(deposit.occupationEdition()));
        facts.put("outcome.issuedOn", new Day(deposit.issuedOn()));
        facts.put("outcome.depositedOn", new Day(deposit.depositedOn()));
        facts.put(
                "outcome.daysToDeposit", new Whole(ChronoUnit.DAYS.between(deposit.issuedOn(), deposit.depositedOn())));
        facts.put("outcome.route", new Text(deposit.route().name()));
        facts.put(
                "outcome.qualification",
                new Text(deposit.qualification() == null ? FactVocabulary.NONE : deposit.qualification()));
    }

    /** One word for what was reached: the level, the qualification, or that it was a contest. */
    private static String grade(OutcomeDeposited deposit) {
        return switch (deposit.kind()) {
            case SKILL_CERTIFICATE -> level(deposit.level()).word();
            case PROFESSIONAL_QUALIFICATION ->
                deposit.qualification() == null ? FactVocabulary.NONE : deposit.qualification();
            case CONTEST_RESULT -> FactVocabulary.CONTEST;
        };
    }

    private static void putContest(Map<String, FactValue> facts, @Nullable ContestPlacing contest) {
        facts.put(
                "contest.level",
                new Text(contest == null ? FactVocabulary.NONE : contest.level().name()));
        facts.put(
                "contest.highestRound",
                new Text(
                        contest == null
                                ? FactVocabulary.NONE
                                : contest.highestRound().name()));
        facts.put("contest.rank", new Whole(contest == null ? 0 : contest.rank()));
        facts.put("contest.certifiedTrade", new Flag(contest != null && contest.certifiedTrade()));
    }

    private static void putJudgement(
            Map<String, FactValue> facts, OutcomeDeposited deposit, OutcomeRecognized judgement) {
        facts.put("outcome.heldBefore", level(judgement.heldBefore()));
        facts.put("outcome.heldBeforeRank", rank(judgement.heldBefore()));
        facts.put("outcome.heldInOccupation", level(judgement.heldInOccupation()));
        facts.put("outcome.heldInOccupationRank", rank(judgement.heldInOccupation()));
        facts.put(
                "outcome.levelsGained",
                new Whole(rank(deposit.level()).number()
                        - rank(judgement.heldInOccupation()).number()));
    }

    private static Text level(@Nullable SkillLevel level) {
        return new Text(level == null ? FactVocabulary.NONE : level.name());
    }

    private static Whole rank(@Nullable SkillLevel level) {
        return new Whole(FactVocabulary.rank(level(level).word()));
    }

    private static OutcomeFacts evolve(OutcomeFacts facts, Object event) {
        return switch (event) {
            case OutcomeDeposited e ->
                new OutcomeFacts(e, facts.recognized, facts.refused, facts.revoked, facts.awaiting);
            case OutcomeRecognized e ->
                new OutcomeFacts(facts.deposited, e, facts.refused, facts.revoked, facts.awaiting);
            case OutcomeRefused e ->
                new OutcomeFacts(facts.deposited, facts.recognized, e, facts.revoked, facts.awaiting);
            case OutcomeRevoked e ->
                new OutcomeFacts(facts.deposited, facts.recognized, facts.refused, e, facts.awaiting);
            case FactsAwaited e -> {
                var awaiting = new ArrayList<>(facts.awaiting);
                awaiting.add(e.entitlementId());
                yield new OutcomeFacts(facts.deposited, facts.recognized, facts.refused, facts.revoked, awaiting);
            }
            default -> throw new IllegalStateException("not a fact about an outcome: " + event);
        };
    }
}
