package org.gongxue.creditbank.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.LearningAccountOpened;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.creditbank.SkillLevelHeld;
import org.gongxue.events.creditbank.SkillLevelLost;
import org.gongxue.events.enrollment.LearnerEnrolled;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.jspecify.annotations.Nullable;

/**
 * What decisions need of a learner's account; outcomes and conversions are streams of their own.
 *
 * @param accountId absent until the account is opened
 * @param learnerId whose it is
 * @param unitId the union unit the learner belongs to
 * @param enrollments his degree enrollments, in order of admission
 * @param held per occupation how many recognised certificates he holds of each level, both in their natural order
 */
public record LearningAccount(
        @Nullable String accountId,
        @Nullable String learnerId,
        @Nullable String unitId,
        List<String> enrollments,
        Map<String, Map<SkillLevel, Integer>> held) {

    /** The most recognised certificates of one account; keeps its state within its head. */
    public static final int CERTIFICATES_MAX = 200;

    /** Accounts by learner: a learner has one. */
    public static final StreamType<LearningAccount> STREAM = StreamType.of(
            "learning-account",
            LearningAccount.class,
            1,
            new LearningAccount(null, null, null, List.of(), Map.of()),
            LearningAccount::evolve);

    /** Whether the account was opened. */
    public boolean open() {
        return accountId != null;
    }

    /** The highest level recognised in any occupation. */
    public Optional<SkillLevel> highestHeld() {
        return held.keySet().stream()
                .map(this::highestHeld)
                .flatMap(Optional::stream)
                .max(SkillLevel::compareTo);
    }

    /** The highest level recognised in one occupation. */
    public Optional<SkillLevel> highestHeld(String occupationCode) {
        return held.getOrDefault(occupationCode, Map.of()).keySet().stream().max(SkillLevel::compareTo);
    }

    /** How many recognised certificates the account holds. */
    public int certificates() {
        return held.values().stream()
                .flatMap(levels -> levels.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static LearningAccount evolve(LearningAccount account, Object event) {
        return switch (event) {
            case LearnerRegistered registered ->
                new LearningAccount(
                        account.accountId,
                        registered.learnerId(),
                        registered.unitId(),
                        account.enrollments,
                        account.held);
            case LearningAccountOpened opened ->
                new LearningAccount(
                        opened.accountId(), opened.learnerId(), account.unitId, account.enrollments, account.held);
            case LearnerEnrolled enrolled ->
                new LearningAccount(
                        account.accountId,
                        account.learnerId,
                        account.unitId,
                        Stream.concat(account.enrollments.stream(), Stream.of(enrolled.enrollmentId()))
                                .toList(),
                        account.held);
            case SkillLevelHeld held -> account.holding(held.occupationCode(), held.level(), 1);
            case SkillLevelLost lost -> account.holding(lost.occupationCode(), lost.level(), -1);
            default -> throw new IllegalStateException("On a learning account's stream: " + event);
        };
    }

    private LearningAccount holding(String occupationCode, SkillLevel level, int more) {
        var occupations = new TreeMap<>(held);
        var levels = new TreeMap<>(occupations.getOrDefault(occupationCode, Map.of()));
        if (levels.merge(level, more, Integer::sum) == 0) {
            levels.remove(level);
        }
        if (levels.isEmpty()) {
            occupations.remove(occupationCode);
        } else {
            occupations.put(occupationCode, levels);
        }
        return new LearningAccount(accountId, learnerId, unitId, enrollments, occupations);
    }
}
