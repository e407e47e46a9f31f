package org.gongxue.local;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** One process of the campus. Ports are offsets from the base port (`CAMPUS_PORT`). */
public enum Part {
    POSTGRES("postgres", 5, "postgres", Tier.FOUNDATION, "INT"),
    KAFKA("kafka", 6, "java", Tier.FOUNDATION, "TERM"),
    KEYCLOAK("keycloak", 4, "java", Tier.BUILDING, "TERM"),
    ENROLLMENT("enrollment", 1, "java", Tier.BUILDING, "TERM"),
    CREDIT_BANK("credit-bank", 2, "java", Tier.BUILDING, "TERM"),
    REWARD("reward", 3, "java", Tier.BUILDING, "TERM"),
    GATEWAY("gateway", 0, "java", Tier.BUILDING, "TERM"),
    /** A second instance of the reward service on the same database; only where a test asks for it. */
    REWARD_SECOND("reward-2", 9, "java", Tier.BUILDING, "TERM");

    /** The foundation is stopped last, after everything that writes to it. */
    public enum Tier {
        BUILDING,
        FOUNDATION
    }

    private final String label;
    private final int portOffset;
    private final String executable;
    private final Tier tier;
    private final String stopSignal;

    Part(String label, int portOffset, String executable, Tier tier, String stopSignal) {
        this.label = label;
        this.portOffset = portOffset;
        this.executable = executable;
        this.tier = tier;
        this.stopSignal = stopSignal;
    }

    /** The processes every campus has. */
    public static Set<Part> standard() {
        return EnumSet.complementOf(EnumSet.of(REWARD_SECOND));
    }

    /** The name people use: of the log file, of the pid file, in messages. */
    public String label() {
        return label;
    }

    /** Offset of its main port from the base port. */
    public int portOffset() {
        return portOffset;
    }

    /** File name of the program that runs, by which a recorded process is recognized. */
    public String executable() {
        return executable;
    }

    public Tier tier() {
        return tier;
    }

    /** Signal that asks it to stop now and in order. PostgreSQL's SIGTERM would wait for its clients; SIGINT is its fast shutdown. */
    public String stopSignal() {
        return stopSignal;
    }

    /**
     * The process of that name.
     *
     * @throws CampusException when there is none
     */
    public static Part named(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new CampusException("no process is named " + label));
    }
}
