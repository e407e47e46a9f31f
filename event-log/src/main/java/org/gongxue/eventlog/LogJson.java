package org.gongxue.eventlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How the log itself writes JSON: the states of streams, answers and its own events. Domain events have their codec. */
final class LogJson {

    /** Tolerant, for answers and the log's own events: absent values are left out, unknown ones passed over. */
    private static final ObjectMapper TOLERANT = base().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
            .build();

    /** Strict, for states: a shape that changed without its evolve version is noticed, and folded again. */
    private static final ObjectMapper STRICT = base().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private LogJson() {}

    private static JsonMapper.Builder base() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    static byte[] write(Object value) {
        return bytes(TOLERANT, value);
    }

    static <T> T read(byte[] json, Class<T> type) {
        try {
            return TOLERANT.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("not the JSON of " + type.getName(), e);
        }
    }

    static byte[] writeState(Object state) {
        return bytes(STRICT, state);
    }

    /**
     * Reads a state.
     *
     * @throws IOException if it was written in another shape
     */
    static <S> S readState(byte[] json, Class<S> type) throws IOException {
        return STRICT.readValue(json, type);
    }

    private static byte[] bytes(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + value.getClass().getName(), e);
        }
    }
}
