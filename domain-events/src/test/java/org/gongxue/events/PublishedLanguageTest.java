package org.gongxue.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongxue.events.GoldenEvents.Golden;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was ever written is read by every release, and what is written is published as documents. With
 * {@code -Dpublished.write=true} what is missing or new is written first.
 */
class PublishedLanguageTest {
    private static final EventCatalog CATALOG = EventCatalog.whole();
    private static final EventSchemas SCHEMAS = new EventSchemas();
    private static final Path DOCUMENTS = Path.of("../docs/api/events");
    private static final String WRITE = "run mvn -pl domain-events test -Dpublished.write=true and commit what changed";

    @BeforeAll
    static void writeWhatIsNew() throws IOException {
        if (!Boolean.getBoolean("published.write")) {
            return;
        }
        Files.createDirectories(GoldenEvents.FOLDER);
        for (EventCatalog.Entry entry : CATALOG.entries()) {
            for (String sample : List.of("full", "bare")) {
                Path file = GoldenEvents.file(entry, sample);
                if (Files.notExists(file)) {
                    Files.write(file, CATALOG.encode(sample(entry, sample)));
                }
            }
        }
        for (Golden golden : GoldenEvents.all()) {
            if (golden.revision() < entry(golden).revision() && Files.notExists(golden.readAs())) {
                Files.write(
                        golden.readAs(),
                        CATALOG.encode(CATALOG.decode(golden.wireName(), golden.revision(), golden.written())));
            }
        }
        GoldenWords.add(CATALOG);
        Files.createDirectories(DOCUMENTS.resolve("schemas"));
        for (EventCatalog.Entry entry : CATALOG.entries()) {
            Files.writeString(document(entry), GoldenEvents.pretty(SCHEMAS.schema(entry)));
        }
        Files.writeString(DOCUMENTS.resolve("asyncapi.json"), GoldenEvents.pretty(SCHEMAS.asyncApi(CATALOG)));
    }

    private static Object sample(EventCatalog.Entry entry, String sample) {
        return sample.equals("full") ? SampleEvents.full(entry.record()) : SampleEvents.bare(entry.record());
    }

    private static EventCatalog.Entry entry(Golden golden) {
        return CATALOG.entries().stream()
                .filter(entry -> entry.wireName().equals(golden.wireName()))
                .findFirst()
                .orElseThrow();
    }

    private static Path document(EventCatalog.Entry entry) {
        return DOCUMENTS.resolve("schemas").resolve(EventSchemas.file(entry));
    }

    static Stream<Golden> everyGoldenFile() {
        return GoldenEvents.all().stream();
    }

    static Stream<EventCatalog.Entry> everyEvent() {
        return CATALOG.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("everyGoldenFile")
    void whatWasEverWrittenIsStillRead(Golden golden) {
        Path readAs = Files.exists(golden.readAs()) ? golden.readAs() : golden.file();
        assertThat(GoldenEvents.problem(
                        CATALOG, golden.wireName(), golden.revision(), golden.written(), GoldenEvents.bytes(readAs)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyRevisionHasItsGoldenFiles(EventCatalog.Entry entry) {
        for (int revision = 1; revision <= entry.revision(); revision++) {
            String name = entry.wireName() + "." + revision;
            assertThat(GoldenEvents.FOLDER.resolve(name + ".full.json"))
                    .as(WRITE)
                    .exists();
            assertThat(GoldenEvents.FOLDER.resolve(name + ".bare.json"))
                    .as(WRITE)
                    .exists();
        }
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void theSchemaIsThatOfTheRecord(EventCatalog.Entry entry) throws IOException {
        assertThat(document(entry)).as(WRITE).exists();
        assertThat(Files.readString(document(entry))).as(WRITE).isEqualTo(GoldenEvents.pretty(SCHEMAS.schema(entry)));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void theSchemaTakesWhatIsWrittenAndNothingLess(EventCatalog.Entry entry) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(GoldenEvents.pretty(SCHEMAS.schema(entry)), InputFormat.JSON);
        for (String sample : List.of("full", "bare")) {
            JsonNode written = GoldenEvents.tree(CATALOG.encode(sample(entry, sample)));
            assertThat(schema.validate(written.toString(), InputFormat.JSON)).isEmpty();
        }
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void everyWordEverWrittenIsStillKnown() {
        var today = GoldenWords.of(CATALOG);
        assertThat(GoldenWords.written().keySet()).as(WRITE).containsAll(today.keySet());
        GoldenWords.written()
                .forEach((name, words) -> assertThat(words)
                        .as(
                                "the words of %s: events were written with all of them, so none may go; of new ones, %s",
                                name, WRITE)
                        .isEqualTo(today.get(name)));
    }

    @Test
    void noSchemaIsOfAnEventThatIsNotWritten() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS.resolve("schemas"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            CATALOG.entries().stream().map(EventSchemas::file).toList());
        }
    }

    @Test
    void theAsyncApiDocumentNamesEveryEvent() throws IOException {
        assertThat(Files.readString(DOCUMENTS.resolve("asyncapi.json"), UTF_8))
                .as(WRITE)
                .isEqualTo(GoldenEvents.pretty(SCHEMAS.asyncApi(CATALOG)));
    }
}
