package org.gongxue.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongxue.events.creditbank.CreditBankEvent;
import org.gongxue.events.enrollment.EnrollmentEvent;
import org.gongxue.events.reward.RewardEvent;

/**
 * Every event record of every service with the name and revision it bears on the wire.
 *
 * <p>A wire name is written down once and never changes, whatever happens to the record's Java name. The JSON of an
 * event is its record's components in order, without absent values, with ISO 8601 dates and integer fen.
 */
public final class EventCatalog {

    /**
     * One kind of event.
     *
     * @param wireName reverse DNS, CloudEvents {@code type}
     * @param revision the shape that is written, counted from 1; it rises when what was written no longer reads as the
     *     record
     * @param record the shape that is written and that every revision is read as
     * @param upcasters from revision 1 to 2, from 2 to 3 and so on up to the one that is written
     */
    public record Entry(String wireName, int revision, Class<?> record, List<Upcaster> upcasters) {

        public Entry {
            upcasters = List.copyOf(upcasters);
            if (upcasters.size() != revision - 1) {
                throw new IllegalArgumentException(wireName + " of revision " + revision
                        + " needs an upcaster from each of" + " the earlier revisions, and has " + upcasters.size());
            }
        }

        public Entry(String wireName, int revision, Class<?> record, Upcaster... upcasters) {
            this(wireName, revision, record, List.of(upcasters));
        }
    }

    /** Makes the JSON of one revision into that of the next. Pure; may change its argument. */
    @FunctionalInterface
    public interface Upcaster {
        ObjectNode next(ObjectNode earlier);
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
            .build();

    private static final EventCatalog WHOLE =
            new EventCatalog(Stream.of(EnrollmentEvent.CATALOG, CreditBankEvent.CATALOG, RewardEvent.CATALOG)
                    .flatMap(Collection::stream)
                    .toList());

    private final Map<Class<?>, Entry> byRecord;
    private final Map<String, Entry> byName;

    /** A catalog of some events. */
    EventCatalog(List<Entry> entries) {
        byRecord = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::record, Function.identity()));
        byName = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::wireName, Function.identity()));
    }

    /** The catalog of all services. */
    public static EventCatalog whole() {
        return WHOLE;
    }

    /** All entries, in no particular order. */
    public Collection<Entry> entries() {
        return byRecord.values();
    }

    /**
     * The entry of an event record.
     *
     * @throws IllegalArgumentException when the record is no event of the catalog, which is a bug
     */
    public Entry entry(Class<?> record) {
        var entry = byRecord.get(record);
        if (entry == null) {
            throw new IllegalArgumentException("Not in the event catalog: " + record.getName());
        }
        return entry;
    }

    /** The exact JSON bytes of an event: what is stored, hashed and published. */
    public byte[] encode(Object event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot be written as JSON: " + event.getClass().getName(), e);
        }
    }

    /**
     * The event record of stored bytes, whatever revision they were written in.
     *
     * @throws IllegalArgumentException when no record bears this name, or a newer release wrote the revision
     * @throws UncheckedIOException when the bytes are not that revision's JSON
     */
    public Object decode(String wireName, int revision, byte[] data) {
        var entry = byName.get(wireName);
        if (entry == null || revision < 1 || revision > entry.revision()) {
            throw new IllegalArgumentException("Unknown event " + wireName + " revision " + revision);
        }
        try {
            return revision == entry.revision()
                    ? JSON.readValue(data, entry.record())
                    : JSON.treeToValue(upcast(entry, revision, data), entry.record());
        } catch (IOException e) {
            throw new UncheckedIOException("Not the JSON of " + wireName + " revision " + revision, e);
        }
    }

    private static ObjectNode upcast(Entry entry, int revision, byte[] data) throws IOException {
        var tree = JSON.readValue(data, ObjectNode.class);
        for (var upcaster : entry.upcasters().subList(revision - 1, entry.revision() - 1)) {
            tree = upcaster.next(tree);
        }
        return tree;
    }
}
