package org.gongxue.local.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongxue.local.process.Programs;

/** Keycloak unpacked and built for PostgreSQL, once for all campuses of this user. */
final class KeycloakDistribution {
    /** Part of the folder's name: raise it when the options below change, so that nobody runs an old build. */
    private static final int BUILD_REVISION = 1;

    /** Options that Keycloak fixes at build time. */
    static final Map<String, String> BUILD_OPTIONS = Map.of("KC_DB", "postgres", "KC_HEALTH_ENABLED", "true");

    /** Parts of the distribution that a running Keycloak only reads. */
    static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes", "version.txt");

    private KeycloakDistribution() {}

    /** The folder with the built distribution; on first use this takes about half a minute. */
    static Path from(Path zip) {
        String name = zip.getFileName()
                .toString()
                .replace("keycloak-quarkus-dist", "keycloak")
                .replace(".zip", "");
        return UserCache.folder(name + "-" + BUILD_REVISION, folder -> {
            Archives.unzipInner(zip, folder);
            build(folder);
        });
    }

    private static void build(Path folder) throws IOException {
        var builder = new ProcessBuilder(command(folder, "-Xmx512m", List.of("build"))).redirectErrorStream(true);
        builder.environment().putAll(BUILD_OPTIONS);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("Keycloak's build failed:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Keycloak was built", e);
        }
        if (!Files.exists(folder.resolve("lib/quarkus/quarkus-application.dat"))) {
            throw new IOException("Keycloak's build left nothing:\n" + output);
        }
    }

    /** What `kc.sh` would run, without the shell in between, so that the process we start is the one we stop. */
    static List<String> command(Path home, String heap, List<String> arguments) {
        var command = new ArrayList<String>(List.of(Programs.java()));
        command.addAll(List.of(
                heap,
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=256m",
                // It runs for minutes: the second compiler would cost more than its code saves (start 31 s of CPU, with
                // this 21).
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory"
                        + "=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
