package org.gongxue.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What this machine and its JDK offer to start a process with. */
public final class Programs {
    private Programs() {}

    /** Whether a program of that name is on the PATH. */
    public static boolean isInstalled(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** The `java` of the JDK that runs this launcher. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
