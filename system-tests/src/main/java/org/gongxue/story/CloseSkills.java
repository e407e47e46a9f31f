package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongxue.story.SkillClaim.Fate;

/**
 * After the last year: its lines are over, and all years are counted from what the services show: people, trades,
 * contests, levels, yuan.
 */
final class CloseSkills {

    private final House house;
    private final Checks checks;
    private final SkillPlan plan;

    CloseSkills(House house, Checks checks, SkillPlan plan) {
        this.house = house;
        this.checks = checks;
        this.plan = plan;
    }

    void play() {
        SkillYear last = plan.years().getLast();
        house.openDay(new SkillDays(last.year()).over());
        long replaced =
                plan.years().stream().filter(y -> y.falsified().isPresent()).count();
        checks.that(
                "candidates expired (候补过期)",
                plan.count(Fate.WAITLISTED) - replaced,
                awaitExpired(house, plan.count(Fate.WAITLISTED) - replaced));
        List<JsonNode> all = new SkillEntitlements(house).all();
        Map<String, Long> states = all.stream()
                .map(e -> e.path("state").asText())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        checks.that("claims", plan.size(), all.size());
        checks.that(
                "claims by where they ended",
                "{expired=" + (plan.count(Fate.WAITLISTED) - replaced) + ", paid="
                        + plan.approved().size() + ", recovered=" + replaced + ", refused="
                        + plan.years().stream().mapToLong(SkillYear::refused).sum() + "}",
                states);
        List<JsonNode> paid = all.stream()
                .filter(e -> e.path("state").asText().equals("paid"))
                .toList();
        checks.that(
                "different people paid",
                plan.approved().size(),
                paid.stream().map(e -> e.path("learnerId").asText()).distinct().count());
        checks.money(
                "paid in all",
                plan.owedFen(),
                paid.stream().mapToLong(e -> e.path("amountFen").asLong()).sum());
        checkOutcomes(paid);
    }

    /** How many have expired, once it is as many as there must be. */
    static int awaitExpired(House house, long expected) {
        var entitlements = new SkillEntitlements(house);
        return House.await(() -> entitlements.in("expired").size(), found -> found >= expected);
    }

    private void checkOutcomes(List<JsonNode> paid) {
        Map<String, JsonNode> outcomes =
                house
                        .as(Staff.ADMINISTRATOR)
                        .readAll(Paths.CREDIT_BANK + "outcomes?state=recognized&limit=500")
                        .stream()
                        .collect(Collectors.toMap(
                                outcome ->
                                        "outcome/" + outcome.path("outcomeId").asText(),
                                Function.identity()));
        checks.that(
                "paid for a contest",
                plan.approved().stream()
                        .filter(c -> c.certificate().route() == SkillCertificate.Route.CONTEST)
                        .count(),
                paid.stream()
                        .filter(e -> field(outcomes, e, "route").equals("CONTEST"))
                        .count());
        checks.that(
                "trades among them",
                plan.approved().stream()
                        .map(c -> c.certificate().trade())
                        .distinct()
                        .count(),
                paid.stream()
                        .map(e -> field(outcomes, e, "occupationCode"))
                        .distinct()
                        .count());
        checks.that(
                "levels reached in group 3",
                byLevel(plan.approved().stream()
                        .filter(c -> c.group() == SkillGroup.HOLDERS)
                        .map(c -> c.certificate().level().name())
                        .toList()),
                byLevel(paid.stream()
                        .filter(e -> e.path("group").asText().equals(SkillGroup.HOLDERS.label()))
                        .map(e -> field(outcomes, e, "level"))
                        .toList()));
    }

    private static String field(Map<String, JsonNode> outcomes, JsonNode entitlement, String name) {
        JsonNode outcome = outcomes.get(entitlement.path("basis").asText());
        return outcome == null ? "unknown" : outcome.path(name).asText();
    }

    private static Map<String, Long> byLevel(List<String> levels) {
        return levels.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
