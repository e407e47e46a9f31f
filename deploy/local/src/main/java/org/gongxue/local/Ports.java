package org.gongxue.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The block of ports of one campus, all on 127.0.0.1, counted from the gateway's. */
public record Ports(int base) {
    public static final int DEFAULT_BASE = 8080;
    private static final int KEYCLOAK_MANAGEMENT = 7;
    private static final int KAFKA_CONTROLLER = 8;
    private static final int BLOCK = 10;
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65535;
    private static final int FREE_FROM = 20_000;
    private static final int FREE_TO = 31_000;
    private static final int FREE_ATTEMPTS = 200;

    public Ports {
        if (base < LOWEST || base + BLOCK - 1 > HIGHEST) {
            throw new CampusException("CAMPUS_PORT must lie between " + LOWEST + " and " + (HIGHEST - BLOCK + 1)
                    + ", not " + base + ": the " + BLOCK + " ports from it on are used");
        }
    }

    /** The block that `CAMPUS_PORT` asks for, or the one from {@link #DEFAULT_BASE} on. */
    public static Ports fromEnvironment(Map<String, String> environment) {
        String asked = environment.getOrDefault("CAMPUS_PORT", "").strip();
        if (asked.isEmpty()) {
            return new Ports(DEFAULT_BASE);
        }
        try {
            return new Ports(Integer.parseInt(asked));
        } catch (NumberFormatException e) {
            throw new CampusException("CAMPUS_PORT must be a number, not \"" + asked + "\"", e);
        }
    }

    /** A block nobody uses at this moment, below the range from which the system lends ports to outgoing connections. */
    public static Ports free() {
        for (int attempt = 0; attempt < FREE_ATTEMPTS; attempt++) {
            var candidate = new Ports(ThreadLocalRandom.current().nextInt(FREE_FROM, FREE_TO));
            if (candidate.byUse().keySet().stream().allMatch(Ports::isFree)) {
                return candidate;
            }
        }
        throw new CampusException("found no " + BLOCK + " free ports in a row between " + FREE_FROM + " and " + FREE_TO
                + ": set CAMPUS_PORT");
    }

    public int of(Part part) {
        return base + part.portOffset();
    }

    /** Where Keycloak answers about its health. */
    public int keycloakManagement() {
        return base + KEYCLOAK_MANAGEMENT;
    }

    /** Where Kafka's controller listens. */
    public int kafkaController() {
        return base + KAFKA_CONTROLLER;
    }

    /**
     * Called before anything starts.
     *
     * @throws CampusException when a port is taken, naming the port, the process that needs it and what to set
     */
    public void requireFree() {
        byUse().forEach((port, use) -> {
            if (!isFree(port)) {
                throw new CampusException("port " + port + " is taken by another program, and " + use
                        + " needs it: stop that program, or set CAMPUS_PORT (now " + base + "; the ports " + base + "–"
                        + (base + BLOCK - 1) + " are used)");
            }
        });
    }

    private Map<Integer, String> byUse() {
        var uses = new LinkedHashMap<Integer, String>();
        for (Part part : Part.values()) {
            uses.put(of(part), part.label());
        }
        uses.put(keycloakManagement(), "keycloak (management)");
        uses.put(kafkaController(), "kafka (controller)");
        return uses;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // With the option a port is free although connections of a stopped listener still linger on it.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
