package org.gongxue.eventlog.kill;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** {@code campus soak log}: kills again and again, with fresh services from time to time so that all of it can be looked at. */
public final class Soak {
    /** Every victim under every aim that can hit it, and then those that were missed. */
    static final int ROUNDS_MIN = 12;

    private static final int ROUNDS_DEFAULT = 500;
    private static final int ROUNDS_OF_A_CAMPAIGN = 20;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** A kind of round. */
    private record Plan(Victim victim, Aim aim) {}

    /** How each kind of hit is aimed at. */
    private static final Map<Tally.Hit, Plan> AIMED = new EnumMap<>(Map.of(
            Tally.Hit.SERVICES_IN_COMMIT, new Plan(Victim.SERVICES, Aim.COMMIT),
            Tally.Hit.POSTGRES_IN_COMMIT, new Plan(Victim.POSTGRES, Aim.COMMIT),
            Tally.Hit.KAFKA_BETWEEN_SEND_AND_ACK, new Plan(Victim.KAFKA, Aim.SEND),
            Tally.Hit.SERVICES_BETWEEN_SEND_AND_ACK, new Plan(Victim.SERVICES, Aim.SEND)));

    /** Taken in turns. */
    private static final List<Plan> PLANS = List.of(
            new Plan(Victim.SERVICES, Aim.COMMIT),
            new Plan(Victim.POSTGRES, Aim.COMMIT),
            new Plan(Victim.KAFKA, Aim.SEND),
            new Plan(Victim.SERVICES, Aim.SEND),
            new Plan(Victim.POSTGRES, Aim.BLIND),
            new Plan(Victim.KAFKA, Aim.BLIND),
            new Plan(Victim.SERVICES, Aim.BLIND),
            new Plan(Victim.ALL, Aim.BLIND),
            new Plan(Victim.POSTGRES, Aim.COMMIT),
            new Plan(Victim.SERVICES, Aim.COMMIT));

    private final House house;
    private final Random random;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private int played;

    Soak(House house, Random random, PrintStream out) {
        this.house = house;
        this.random = random;
        this.out = out;
    }

    /** The arguments are {@code [--rounds <number>] [--seed <number>]}; ends with 1 if anything is wrong. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int rounds = ROUNDS_DEFAULT;
        long seed = System.nanoTime();
        try {
            for (int i = 0; i < args.length; i += 2) {
                switch (args[i]) {
                    case "--rounds" -> rounds = Integer.parseInt(args[i + 1]);
                    case "--seed" -> seed = Long.parseLong(args[i + 1]);
                    default -> throw new NumberFormatException(args[i]);
                }
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            System.err.println("usage: campus soak log [--rounds <number>] [--seed <number>]");
            System.exit(MISUSED);
        }
        System.exit(play(rounds, seed, out) ? 0 : FAILED);
    }

    private static boolean play(int rounds, long seed, PrintStream out) {
        out.println("  " + rounds + " rounds, seed " + seed);
        try (House house = House.start()) {
            var soak = new Soak(house, new Random(seed), out);
            List<String> found = soak.play(rounds);
            out.print(soak.tally());
            out.println(
                    found.isEmpty()
                            ? "✓ after " + rounds + " rounds nothing is lost and nothing is doubled"
                            : "✗ " + found.size() + " things are wrong; seed " + seed);
            return found.isEmpty();
        }
    }

    /**
     * Plays so many rounds, and if they missed something that they should have hit, as many again to hit it.
     *
     * @return what is wrong, if anything
     */
    List<String> play(int rounds) {
        var found = new ArrayList<String>();
        while (next(rounds) != null) {
            found.addAll(campaign(rounds));
        }
        return found;
    }

    private @Nullable Plan next(int rounds) {
        if (played < rounds) {
            return PLANS.get(played % PLANS.size());
        }
        return AIMED.entrySet().stream()
                .filter(plan -> played < 2 * rounds && tally.count(plan.getKey()) == 0)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private List<String> campaign(int rounds) {
        try (var campaign = new Campaign(house, Variant.SOUND, random.nextLong())) {
            Plan plan = next(rounds);
            for (int i = 0; i < ROUNDS_OF_A_CAMPAIGN && plan != null; i++) {
                long begun = System.nanoTime();
                var hits = campaign.round(plan.victim(), plan.aim(), tally);
                played++;
                out.println(String.format(
                        "  round %3d  %-8s aimed %-6s %5.1f s  hit %s",
                        played, plan.victim(), plan.aim(), (System.nanoTime() - begun) / 1e9, hits));
                plan = next(rounds);
            }
            List<String> found = campaign.inspect();
            found.forEach(wrong -> out.println("  ✗ " + wrong));
            return found;
        }
    }

    Tally tally() {
        return tally;
    }
}
