package org.gongxue.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Events as they were once written: one file, and a second without what may be absent, for every revision of every
 * event. A file is written once and stays as it is. Beside the files of an earlier revision stands what they are read as.
 */
final class GoldenEvents {
    static final Path FOLDER = Path.of("src/test/resources/golden");
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Pattern NAME =
            Pattern.compile("(?<wire>.+)\\.(?<revision>\\d+)\\.(?<sample>full|bare)\\.json");

    private static final String REMEDY = """
            What was written stays written, and every release must read it. Either keep the record's shape (a new component \
            that may be absent is fine), or write a new revision: raise the revision in the event's catalog by one, append the \
            Upcaster that makes the JSON of the last revision into that of the new one, and run
              mvn -pl domain-events test -Dpublished.write=true
            which adds the golden files of the new revision and what the old ones are read as. Leave the old ones as they are.""";

    private GoldenEvents() {}

    /** A golden file. */
    record Golden(Path file, String wireName, int revision, String sample) {

        byte[] written() {
            return bytes(file);
        }

        /** What it is read as; of the newest revision, itself. */
        Path readAs() {
            return file.resolveSibling(file.getFileName().toString().replace(".json", ".read.json"));
        }

        @Override
        public String toString() {
            return wireName + " revision " + revision + ", " + sample;
        }
    }

    /** Every golden file there is. */
    static List<Golden> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            var all = new ArrayList<Golden>();
            for (Path file : files.sorted().toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    all.add(new Golden(
                            file, name.group("wire"), Integer.parseInt(name.group("revision")), name.group("sample")));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the golden file of an event belongs. */
    static Path file(EventCatalog.Entry entry, String sample) {
        return FOLDER.resolve(entry.wireName() + "." + entry.revision() + "." + sample + ".json");
    }

    /** Why an event, as it was once written, is not read as it should be; with what to do about it. */
    static Optional<String> problem(
            EventCatalog catalog, String wireName, int revision, byte[] written, byte[] expected) {
        return whatIsWrong(catalog, wireName, revision, written, expected)
                .map(wrong -> wireName + " revision " + revision + " " + wrong + ".\n" + REMEDY);
    }

    private static Optional<String> whatIsWrong(
            EventCatalog catalog, String wireName, int revision, byte[] written, byte[] expected) {
        Object read;
        try {
            read = catalog.decode(wireName, revision, written);
        } catch (RuntimeException e) {
            return Optional.of("is no longer read: " + e.getMessage() + " (" + e.getCause() + ")");
        }
        List<String> missing = new ArrayList<>();
        collectMissing(read, "", missing);
        if (!missing.isEmpty()) {
            return Optional.of("has no value for " + missing + ", where there must be one");
        }
        JsonNode now = tree(catalog.encode(read));
        return now.equals(tree(expected))
                ? Optional.empty()
                : Optional.of("is read as something else:\n" + pretty(now));
    }

    /** Components without a value that must have one. */
    private static void collectMissing(Object record, String path, List<String> missing) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            String name = path + component.getName();
            if (value == null) {
                if (!SampleEvents.mayBeAbsent(component)) {
                    missing.add(name);
                }
            } else if (value.getClass().isRecord()) {
                collectMissing(value, name + ".", missing);
            } else if (value instanceof List<?> list) {
                list.stream()
                        .filter(item -> item.getClass().isRecord())
                        .forEach(i -> collectMissing(i, name + ".", missing));
            }
        }
    }

    private static Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(JsonNode json) {
        try {
            return JSON.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
