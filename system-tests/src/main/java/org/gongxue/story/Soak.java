package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gongxue.local.BuiltTree;
import org.gongxue.local.Campus;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.CampusException;
import org.gongxue.local.RunningCampus;
import org.gongxue.local.process.Progress;
import org.jspecify.annotations.Nullable;

/**
 * {@code campus soak}: plays small years of the skill reward, one after another on one campus, while its processes are
 * killed at random moments. Every year must end with the same numbers, and every replay must be identical.
 */
public final class Soak {

    private static final String ROUNDS = "--rounds";
    private static final String SEED = "--seed";
    private static final int ROUNDS_DEFAULT = 50;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 12, 28);
    private static final int FIRST_YEAR = 2016;
    private static final int FIRST_NUMBER = 20_000;
    private static final int NUMBERS_A_ROUND = 200;
    /** Few enough that a year is many requests, and a kill meets some of them. */
    private static final int TOGETHER = 3;

    private final RunningCampus campus;
    private final House house;
    private final JsonNode policy;
    private final PrintStream out;

    private Soak(RunningCampus campus, House house, JsonNode policy, PrintStream out) {
        this.campus = campus;
        this.house = house;
        this.policy = policy;
        this.out = out;
    }

    /** Plays so many rounds; the seed is printed, and with it the same order and moments come again. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int rounds = ROUNDS_DEFAULT;
        long seed = System.nanoTime();
        try {
            for (int i = 0; i < args.length; i += 2) {
                switch (args[i]) {
                    case ROUNDS -> rounds = Integer.parseInt(args[i + 1]);
                    case SEED -> seed = Long.parseLong(args[i + 1]);
                    default -> throw new NumberFormatException(args[i]);
                }
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            System.err.println("usage: campus soak [--rounds <number>] [--seed <number>]");
            System.exit(MISUSED);
        }
        System.exit(play(rounds, seed, out) ? 0 : FAILED);
    }

    private static boolean play(int rounds, long seed, PrintStream out) {
        try (RunningCampus campus = Campus.start(CampusConfig.throwAway(System.getenv(), Progress.standard()))) {
            List<Act> acts = play(campus, rounds, seed, out);
            long wrong = acts.stream().filter(act -> !act.holds()).count();
            out.println(
                    wrong == 0
                            ? "✓ all " + rounds + " rounds end with the same numbers"
                            : "✗ " + wrong + " of " + rounds + " rounds differ; seed " + seed);
            return wrong == 0;
        } catch (CampusException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    /** Plays rounds on a campus that is empty and keeps a simulated calendar, and gives each as an act. */
    static List<Act> play(RunningCampus campus, int rounds, long seed, PrintStream out) {
        JsonNode policy = PolicyFiles.of(BuiltTree.find()).named(PolicyFiles.SKILL);
        try (House house = new House(URI.create(campus.url()), campus::token)) {
            var soak = new Soak(campus, house, policy, out);
            out.println("  " + rounds + " rounds, seed " + seed);
            soak.layFoundations();
            List<Act> acts = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                acts.add(soak.round(round, new Random(seed + round)));
            }
            return acts;
        }
    }

    private void layFoundations() {
        var foundations = new Foundations(house);
        house.openDay(FIRST_DAY);
        foundations.registerUnits();
        foundations.appointStaff(FIRST_DAY);
        foundations.registerIssuer();
    }

    private Act round(int round, Random random) {
        Checks checks = new Checks();
        long begun = System.nanoTime();
        String killed = "";
        RuntimeException failure = null;
        try {
            var saboteur = new Saboteur(campus, house, random);
            try (saboteur) {
                playYear(round, checks);
            } finally {
                killed = saboteur.report();
            }
            Replay replay = Replay.run(house, Json.object("mode", "fold"));
            checks.that(
                    "replay",
                    "identical, 0 differences",
                    replay.verdict() + ", " + replay.differences() + " differences");
        } catch (RuntimeException e) {
            failure = e;
            checks.that("played to its end", "yes", "no: " + e.getMessage());
        }
        checks.that(
                "processes that ended by themselves",
                "none",
                campus.unexpectedEnd().getNow("none"));
        var act = new Act("round " + (round + 1), checks.made(), List.of(killed), (System.nanoTime() - begun) / 1e9);
        tell(act, failure);
        return act;
    }

    private void playYear(int round, Checks checks) {
        SkillPlan plan = SkillPlan.small(FIRST_YEAR + round, FIRST_NUMBER + round * NUMBERS_A_ROUND);
        SkillYear year = plan.years().getFirst();
        int version = round + 1;
        var desk = new SkillDesk(house, TOGETHER);
        new Foundations(house).enact(PolicyFiles.skillOf(policy, version, year));
        desk.register(plan.claimants());
        desk.depositEarlier(plan.withEarlierCertificate());
        new RewardSkills(house, checks, desk, year, version).play();
        house.openDay(new SkillDays(year.year()).over());
        long expired = (year.count(SkillClaim.Fate.WAITLISTED) - 1) * version;
        checks.that("candidates expired in all rounds", expired, CloseSkills.awaitExpired(house, expired));
    }

    private void tell(Act act, @Nullable RuntimeException failure) {
        long holding = act.checks().stream().filter(Check::holds).count();
        out.println(String.format(
                Locale.ROOT,
                "  %-9s %6.1f s  %d of %d checks hold; killed: %s",
                act.name(),
                act.seconds(),
                holding,
                act.checks().size(),
                act.notes().getFirst()));
        act.checks().stream().filter(check -> !check.holds()).forEach(check -> out.println("    ✗ " + check));
        if (failure != null) {
            failure.printStackTrace(out);
        }
        if (!act.holds()) {
            campus.keepData();
            out.println("    logs and data stay in " + campus.home().folder());
        }
    }
}
