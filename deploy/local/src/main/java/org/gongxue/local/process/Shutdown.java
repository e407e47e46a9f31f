package org.gongxue.local.process;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongxue.local.Part;

/** Stops processes in order: first what stands on the foundation, then the foundation. */
public final class Shutdown {
    /** How long processes may take to end in order before they are killed. */
    private static final int GRACE_SECONDS = 10;

    private static final int KILL_SECONDS = 5;

    private Shutdown() {}

    /** Returns when all have ended, those that did not go by themselves after {@value #GRACE_SECONDS} seconds by force. */
    public static void stop(Map<Part, ProcessHandle> running) {
        for (Part.Tier tier : Part.Tier.values()) {
            stopTogether(running.entrySet().stream()
                    .filter(entry -> entry.getKey().tier() == tier)
                    .toList());
        }
    }

    private static void stopTogether(List<Map.Entry<Part, ProcessHandle>> tier) {
        // Asked for before the signal: afterwards a grandchild no longer says whose it was.
        List<ProcessHandle> families = tier.stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.getValue()), entry.getValue().descendants()))
                .toList();
        tier.forEach(entry -> signal(entry.getKey().stopSignal(), entry.getValue()));
        awaitEnd(tier.stream().map(Map.Entry::getValue).toList(), GRACE_SECONDS);
        families.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        awaitEnd(families, KILL_SECONDS);
    }

    private static void awaitEnd(Collection<ProcessHandle> processes, int seconds) {
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, seconds, TimeUnit.SECONDS)
                .join();
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
