package org.gongxue.reward.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.FactVocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The decisions of D4 and D5, one case a line. The first assessor never decides one of them otherwise: do not edit lines. */
class SkillPoliciesTest {

    private static final String CERTIFICATE = "outcome.kind=SKILL_CERTIFICATE outcome.grade=INTERMEDIATE"
            + " outcome.level=INTERMEDIATE outcome.heldBefore=BEGINNER outcome.levelsGained=1"
            + " contest.level=NONE contest.highestRound=NONE contest.rank=0 contest.certifiedTrade=false"
            + " unit.ownership=PRIVATE unit.memberUnitLevel=DISTRICT unit.memberUnitId=d1"
            + " outcome.issuedOn=2018-04-01 outcome.depositedOn=2017-06-01";

    @ParameterizedTest
    @CsvFileSource(resources = "/assess/v1-golden.csv", delimiter = ';', numLinesToSkip = 1)
    void everyCaseIsDecidedAsBefore(String policy, String name, @Nullable String changes, String finding) {
        var document = policy.equals("reward") ? RewardStory.skillReward() : RewardStory.skillGrant();
        var facts = new HashMap<>(facts(CERTIFICATE));
        if (changes != null) {
            for (var change : changes.split(" ", -1)) {
                if (change.endsWith("=")) {
                    facts.remove(change.substring(0, change.length() - 1));
                } else {
                    facts.putAll(facts(change));
                }
            }
        }
        assertThat(text(Assessors.assess(RewardStory.policy(document), facts)))
                .as(name)
                .isEqualTo(finding);
    }

    private static Map<String, FactValue> facts(String text) {
        var facts = new HashMap<String, FactValue>();
        for (var fact : text.split(" ", -1)) {
            var parts = fact.split("=", 2);
            facts.put(parts[0], value(FactVocabulary.type(parts[0]).orElseThrow(), parts[1]));
        }
        return facts;
    }

    private static FactValue value(FactType type, String text) {
        return switch (type) {
            case WHOLE, FEN -> new FactValue.Whole(Long.parseLong(text));
            case DAY -> new FactValue.Day(LocalDate.parse(text));
            case FLAG -> new FactValue.Flag(Boolean.parseBoolean(text));
            case TEXT -> new FactValue.Text(text);
        };
    }

    private static String text(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Refused refused ->
                refused.reasons().stream()
                        .map(r -> r.code() + " (" + r.value() + ", needs " + r.needed() + ")")
                        .collect(Collectors.joining(", ", "refused ", ""));
            case Assessment.Pending pending -> "pending " + String.join(", ", pending.missing());
            case Assessment.Owed owed -> text(owed);
        };
    }

    private static String text(Assessment.Owed owed) {
        var text = new StringBuilder("owed " + owed.computation().amountFen());
        if (owed.group() != null) {
            text.append(" group ").append(owed.group());
        }
        var cell = owed.quotaCell();
        if (cell != null) {
            text.append(" cell ").append(String.join("/", Integer.toString(cell.year()), cell.unitId(), cell.group()));
        }
        owed.shares().forEach(s -> text.append(" from ").append(s.fundId() + ":" + s.amountFen()));
        var idle = owed.conditions().stream()
                .filter(c -> !c.applies())
                .map(ConditionResult::name)
                .collect(Collectors.joining(", "));
        return idle.isEmpty() ? text.toString() : text + " not applying " + idle;
    }
}
