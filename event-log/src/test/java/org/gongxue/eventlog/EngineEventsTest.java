package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongxue.eventlog.toy.Toy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a log recorded of its own accord, as it was once written: one line an event, written once and never changed. A
 * change that no longer reads one of them needs a new revision and code that reads both.
 */
class EngineEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/engine-events.golden");

    private final LogCodec codec = new LogCodec(new Toy("toy").codec());

    /** An event as it stands in the file. */
    record Golden(String type, int revision, String json) {

        static Golden of(String line) {
            String[] parts = line.split(" ", 3);
            return new Golden(parts[0], Integer.parseInt(parts[1]), parts[2]);
        }
    }

    static Stream<Golden> golden() throws IOException {
        return Files.readAllLines(GOLDEN).stream().map(Golden::of);
    }

    static Stream<Golden> recordsOfOurs() throws IOException {
        return golden().filter(event -> !event.type().equals(InputAccepted.TYPE));
    }

    @ParameterizedTest
    @MethodSource("recordsOfOurs")
    void whatWasEverWrittenIsReadAndWrittenAgainToTheByte(Golden event) {
        Object read = codec.decode(event.type(), event.revision(), event.json().getBytes(UTF_8));
        var written = codec.encode(read);

        assertThat(written.type()).isEqualTo(event.type());
        assertThat(new String(written.data(), UTF_8)).isEqualTo(event.json());
    }

    @Test
    void anAcceptedInputKeepsTheBytesOfItsSource() throws IOException {
        var event = golden().filter(e -> e.type().equals(InputAccepted.TYPE))
                .findFirst()
                .orElseThrow();
        InputAccepted read = LogCodec.readInput(event.json().getBytes(UTF_8));

        assertThat(read.source()).isEqualTo("mint");
        assertThat(read.index()).isEqualTo(7);
        assertThat(read.id()).hasToString("00000000-0000-0001-0000-000000000002");
        assertThat(read.leaf()).hasSize(32);
        assertThat(read.type()).isEqualTo("mint.coins-minted");
        assertThat(read.revision()).isEqualTo(1);
        assertThat(new String(read.facts(), UTF_8)).isEqualTo("{\"account\":\"a\",  \"coins\":5}");
    }

    @Test
    void everyEventOfTheLogItselfIsThere() throws IOException {
        var types = new TreeSet<>(ParkingEvent.TYPES.keySet());
        types.addAll(Set.of(InputAccepted.TYPE, CommandRefused.TYPE, CheckpointKeyInstalled.TYPE));
        assertThat(golden().map(Golden::type).distinct()).containsExactlyInAnyOrderElementsOf(types);
    }
}
