package org.gongxue.kit.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gongxue.eventlog.CheckpointKeyInstalled;
import org.gongxue.eventlog.CommandRefused;
import org.gongxue.eventlog.InputAccepted;
import org.gongxue.eventlog.ParkingEvent;
import org.gongxue.events.EventCatalog;
import org.gongxue.kit.door.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads a log reads words, not wire names alone. */
class EventWordsTest {

    static Stream<String> types() {
        return Stream.concat(
                Stream.concat(
                        Stream.of(InputAccepted.TYPE, CommandRefused.TYPE, CheckpointKeyInstalled.TYPE),
                        ParkingEvent.TYPES.keySet().stream()),
                EventCatalog.whole().entries().stream().map(EventCatalog.Entry::wireName));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasWordsInBothLanguages(String type) {
        assertThat(words(type, Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(type).containsPattern("\\p{IsHan}");
        assertThat(words(type, Locale.ENGLISH)).isNotEqualTo(type).matches("[A-Z][A-Za-z ,']+");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTwoTypesHaveTheSameWords(Locale language) {
        var seen = new HashSet<String>();
        assertThat(types().map(type -> words(type, language))).allMatch(seen::add);
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    }

    private static String words(String type, Locale language) {
        return Messages.text(type, Map.of(), language);
    }
}
