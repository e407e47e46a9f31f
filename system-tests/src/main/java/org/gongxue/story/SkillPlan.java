package org.gongxue.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.story.SkillClaim.Fate;

/** The skill reward as data: every person, certificate and claim, and what must become of each. */
record SkillPlan(List<SkillYear> years) {

    /** The three years of the story. */
    static SkillPlan full() {
        return new SkillPlanner(SkillShape.full()).plan();
    }

    /** One small year of the same structure, as {@link SkillShape#small}. */
    static SkillPlan small(int year, int firstNumber) {
        return new SkillPlanner(SkillShape.small(year, firstNumber)).plan();
    }

    /** Everyone who claims, once. */
    List<Claimant> claimants() {
        Map<Integer, Claimant> claimants = new LinkedHashMap<>();
        years.forEach(year ->
                year.claims().forEach(c -> claimants.putIfAbsent(c.claimant().number(), c.claimant())));
        return List.copyOf(claimants.values());
    }

    /** The claims of people who hold an earlier certificate. */
    List<SkillClaim> withEarlierCertificate() {
        List<SkillClaim> claims = new ArrayList<>();
        years.forEach(
                year -> year.claims().stream().filter(c -> c.earlier() != null).forEach(claims::add));
        return claims;
    }

    /** Everyone who was approved at first. */
    List<SkillClaim> approved() {
        return years.stream().flatMap(year -> year.approved().stream()).toList();
    }

    long count(Fate fate) {
        return years.stream().mapToLong(year -> year.count(fate)).sum();
    }

    /** All claims of all years. */
    int size() {
        return years.stream().mapToInt(year -> year.claims().size()).sum();
    }

    /** What is paid in the end, in fen. */
    long owedFen() {
        return years.stream().mapToLong(SkillYear::owedFen).sum();
    }
}
