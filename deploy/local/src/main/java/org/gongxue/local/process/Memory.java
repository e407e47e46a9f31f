package org.gongxue.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Memory as proportional set size (PSS): a page that n processes share counts 1/n for each, so sums are true. Read from
 * Linux' `/proc/<pid>/smaps_rollup`; elsewhere unknown.
 */
public final class Memory {
    private static final long KIB = 1024;

    private Memory() {}

    /** Bytes of these processes and all they started, each counted once; empty where the system does not tell. */
    public static OptionalLong pssBytes(Collection<ProcessHandle> processes) {
        Set<Long> pids = new HashSet<>();
        processes.forEach(process ->
                Stream.concat(Stream.of(process), process.descendants()).forEach(p -> pids.add(p.pid())));
        long sum = 0;
        boolean known = false;
        for (long pid : pids) {
            OptionalLong bytes = pssBytes(pid);
            known |= bytes.isPresent();
            sum += bytes.orElse(0);
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    private static OptionalLong pssBytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty(); // gone meanwhile, someone else's, or not Linux
        }
    }

    /** For people: whole mebibytes. */
    public static String readable(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / (KIB * KIB) + " MB" : "?";
    }
}
