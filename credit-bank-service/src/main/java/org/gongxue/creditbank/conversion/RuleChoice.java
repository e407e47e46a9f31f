package org.gongxue.creditbank.conversion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongxue.events.creditbank.ConversionRulePublished;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;

/** Which rule turns an outcome into which courses of an enrollment. */
sealed interface RuleChoice {

    /** The rule that brings most, and the courses it adds. */
    record Chosen(ConversionRulePublished rule, List<ConvertedCourse> courses) implements RuleChoice {

        int credits() {
            return courses.stream().mapToInt(ConvertedCourse::credits).sum();
        }
    }

    /** No rule helps; why not. */
    record None(RefusalReason reason) implements RuleChoice {}

    /** The occupation and level a recognised skill certificate stands for. */
    record Skill(String occupationCode, SkillLevel level) {}

    /**
     * Among the rules that accept the skill, the one that adds most credits within its cap; of equals the first by
     * rule id, so that the same facts always give the same courses.
     *
     * @param rules in force, by rule id
     */
    static RuleChoice choose(List<ConversionRulePublished> rules, Skill skill, DegreeEnrollment enrollment) {
        var ofOccupation = rules.stream()
                .filter(rule -> rule.terms().occupationCodes().contains(skill.occupationCode()))
                .toList();
        var accepting = ofOccupation.stream()
                .filter(rule -> skill.level().compareTo(rule.terms().minimumLevel()) >= 0)
                .map(rule -> new Chosen(rule, notYetCounted(rule, enrollment)))
                .toList();
        if (accepting.isEmpty()) {
            return new None(notAccepted(ofOccupation, skill));
        }
        return most(accepting.stream()
                        .filter(chosen -> fits(chosen, enrollment))
                        .toList())
                .<RuleChoice>map(chosen -> chosen)
                .orElseGet(() -> new None(nothingLeft(accepting, enrollment)));
    }

    private static List<ConvertedCourse> notYetCounted(ConversionRulePublished rule, DegreeEnrollment enrollment) {
        return rule.terms().courses().stream()
                .filter(course -> !enrollment.counts(course))
                .toList();
    }

    private static boolean fits(Chosen chosen, DegreeEnrollment enrollment) {
        return !chosen.courses().isEmpty()
                && enrollment.convertedCredits() + chosen.credits()
                        <= chosen.rule().terms().capCredits();
    }

    private static Optional<Chosen> most(List<Chosen> choices) {
        return choices.stream()
                .max(Comparator.comparingInt(Chosen::credits)
                        .thenComparing(chosen -> chosen.rule().ruleId(), Comparator.reverseOrder()));
    }

    private static RefusalReason notAccepted(List<ConversionRulePublished> ofOccupation, Skill skill) {
        return ofOccupation.stream()
                .map(rule -> rule.terms().minimumLevel())
                .min(Comparator.naturalOrder())
                .map(lowest -> new RefusalReason(
                        "LEVEL_BELOW_RULE", "level", skill.level().name(), lowest.name()))
                .orElseGet(() -> new RefusalReason("NO_RULE", "occupationCode", skill.occupationCode(), null));
    }

    private static RefusalReason nothingLeft(List<Chosen> accepting, DegreeEnrollment enrollment) {
        return most(accepting.stream()
                        .filter(chosen -> !chosen.courses().isEmpty())
                        .toList())
                .map(chosen -> new RefusalReason(
                        "CAP_EXCEEDED",
                        "credits",
                        Integer.toString(enrollment.convertedCredits() + chosen.credits()),
                        Integer.toString(chosen.rule().terms().capCredits())))
                .orElseGet(() -> new RefusalReason("COURSES_ALREADY_CONVERTED", "courses", null, null));
    }
}
