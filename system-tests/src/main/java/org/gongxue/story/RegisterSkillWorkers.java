package org.gongxue.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Before the first claims: everyone who will claim a skill reward is registered with a bank card, and the certificates
 * held for long are handed in. No policy rewards those: they were issued before the program began.
 */
final class RegisterSkillWorkers {

    private static final LocalDate DAY = LocalDate.of(2015, 9, 3);

    private final House house;
    private final Checks checks;
    private final SkillPlan plan;
    private final SkillDesk desk;

    RegisterSkillWorkers(House house, Checks checks, SkillPlan plan, SkillDesk desk) {
        this.house = house;
        this.checks = checks;
        this.plan = plan;
        this.desk = desk;
    }

    void play() {
        house.openDay(DAY);
        List<Claimant> claimants = plan.claimants();
        long begun = System.nanoTime();
        desk.register(claimants);
        checks.note(rate("registered with bank cards", claimants.size(), begun));
        List<SkillClaim> earlier = plan.withEarlierCertificate();
        long second = System.nanoTime();
        desk.depositEarlier(earlier);
        checks.note(rate("earlier certificates recognised", earlier.size(), second));
        checks.that(
                "different people who claim",
                claimants.size(),
                claimants.stream().map(desk::learnerId).distinct().count());
    }

    /** How many of something were done since a moment, and how many a second. */
    static String rate(String what, int count, long sinceNanos) {
        double seconds = (System.nanoTime() - sinceNanos) / 1e9;
        return String.format(Locale.ROOT, "%,d %s in %.1f s, %,.0f/s", count, what, seconds, count / seconds);
    }
}
