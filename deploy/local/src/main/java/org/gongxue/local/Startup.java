package org.gongxue.local;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.gongxue.local.identity.Secrets;
import org.gongxue.local.part.CampusPart;
import org.gongxue.local.part.KafkaServer;
import org.gongxue.local.part.KeycloakServer;
import org.gongxue.local.part.PostgresServer;
import org.gongxue.local.part.QuarkusProcess;
import org.gongxue.local.process.Child;
import org.gongxue.local.process.PidFile;
import org.gongxue.local.process.Progress;
import org.jspecify.annotations.Nullable;

/** Brings all processes of a campus up side by side, each as soon as what it needs is ready. */
final class Startup {
    private final CampusConfig config;
    private final Secrets secrets;
    private final AtomicReference<@Nullable RuntimeException> firstFailure = new AtomicReference<>();

    Startup(CampusConfig config) {
        this.config = config;
        this.secrets = new Secrets(config.home().secrets());
    }

    /**
     * Returns when everything is ready.
     *
     * @throws CampusException when something is in the way or fails; then nothing is left running
     */
    RunningCampus run() {
        long begun = System.nanoTime();
        Home home = config.home().create();
        var campus = new RunningCampus(config, home.lock());
        try {
            Census.of(home).stopAll();
            config.ports().requireFree();
            home.record(config.ports());
            PidFile.of(ProcessHandle.current(), "java").write(home.launcherPidFile());
            bringUp(campus);
        } catch (RuntimeException e) {
            campus.close();
            throw e;
        }
        campus.isReadyAfter((System.nanoTime() - begun) / 1e9);
        return campus;
    }

    private void bringUp(RunningCampus campus) {
        for (Part part : config.parts()) {
            campus.add(part, new CampusProcess(campusPart(part), config.home(), campus.endReport()));
        }
        Map<Part, CompletableFuture<Void>> ready = new EnumMap<>(Part.class);
        try (var _ = config.progress().ticking();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part part : config.parts()) {
                List<CompletableFuture<Void>> needed = needs(part).stream()
                        .map(ready::get)
                        .filter(Objects::nonNull)
                        .toList();
                ready.put(part, CompletableFuture.runAsync(() -> bringUp(campus, part, needed), threads));
            }
            CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                    .exceptionally(_ -> null)
                    .join();
        }
        RuntimeException failure = firstFailure.get();
        if (failure != null) {
            throw failure;
        }
    }

    private void bringUp(RunningCampus campus, Part part, List<CompletableFuture<Void>> needed) {
        CampusProcess process = campus.process(part.label());
        Progress.Step step = config.progress().begin(part.label(), "preparing");
        try {
            CampusPart campusPart = campusPart(part);
            campusPart.prepare(step);
            step.doing("waiting for what it needs");
            CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new)).join();
            step.doing("starting");
            Child.setLogAside(process.log());
            campus.start(process);
            process.awaitReady(() -> firstFailure.get() != null);
            campusPart.furnish();
            step.done(String.format(
                    Locale.ROOT, "ready on port %d", config.ports().of(part)));
        } catch (CompletionException e) {
            step.done("not started");
            throw e;
        } catch (RuntimeException e) {
            step.done("failed");
            firstFailure.compareAndSet(null, e);
            throw e;
        }
    }

    /** What has to be ready before it starts; always parts that come before it in their declared order. */
    private static Set<Part> needs(Part part) {
        return switch (part) {
            case POSTGRES, KAFKA, GATEWAY -> Set.of();
            case KEYCLOAK -> Set.of(Part.POSTGRES);
            case ENROLLMENT, CREDIT_BANK, REWARD, REWARD_SECOND -> Set.of(Part.POSTGRES, Part.KAFKA);
        };
    }

    private CampusPart campusPart(Part part) {
        return campusPart(part, config, secrets);
    }

    /** How a process comes to life. */
    static CampusPart campusPart(Part part, CampusConfig config, Secrets secrets) {
        return switch (part) {
            case POSTGRES -> new PostgresServer(config, secrets);
            case KAFKA -> new KafkaServer(config);
            case KEYCLOAK -> new KeycloakServer(config, secrets);
            case ENROLLMENT, CREDIT_BANK, REWARD, REWARD_SECOND, GATEWAY -> new QuarkusProcess(part, config, secrets);
        };
    }
}
