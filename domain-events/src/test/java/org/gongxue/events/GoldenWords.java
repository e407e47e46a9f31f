package org.gongxue.events;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every constant that an event may ever have been written with, by the name of its enum; words are only ever added. */
final class GoldenWords {
    static final Path FILE = GoldenEvents.FOLDER.resolve("words.json");

    private GoldenWords() {}

    /** The words ever written. */
    static Map<String, Set<String>> written() {
        try {
            return GoldenEvents.JSON.readValue(FILE.toFile(), new TypeReference<TreeMap<String, Set<String>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of today. */
    static Map<String, Set<String>> of(EventCatalog catalog) {
        var words = new TreeMap<String, Set<String>>();
        catalog.entries().forEach(entry -> collect(entry.record(), words));
        return words;
    }

    /** Adds the words of today to those ever written. */
    static void add(EventCatalog catalog) throws IOException {
        var words = new TreeMap<String, Set<String>>(Files.exists(FILE) ? written() : Map.of());
        of(catalog).forEach((name, today) -> words.merge(name, today, GoldenWords::union));
        Files.writeString(FILE, GoldenEvents.pretty(GoldenEvents.JSON.valueToTree(words)));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static void collect(Type type, Map<String, Set<String>> words) {
        if (type instanceof ParameterizedType list) {
            collect(list.getActualTypeArguments()[0], words);
        } else if (type instanceof Class<?> simple && simple.isRecord()) {
            for (RecordComponent component : simple.getRecordComponents()) {
                collect(component.getGenericType(), words);
            }
        } else if (type instanceof Class<?> simple && simple.isEnum()) {
            var constants = new TreeSet<String>();
            Arrays.stream(simple.getEnumConstants()).forEach(constant -> constants.add(((Enum<?>) constant).name()));
            words.put(simple.getSimpleName(), constants);
        }
    }
}
