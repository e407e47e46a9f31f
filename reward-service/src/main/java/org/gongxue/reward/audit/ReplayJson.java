package org.gongxue.reward.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The JSON of a replay's lines and of what it reads from the live service. */
public final class ReplayJson {

    /** Writes without absent values; reads past what it does not know. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
            .build();

    private ReplayJson() {}

    /** A line, without its end. */
    public static String write(ReplayLine line) {
        try {
            return MAPPER.writerFor(ReplayLine.class).writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every line is plain records", e);
        }
    }

    /**
     * What a line says.
     *
     * @throws IllegalArgumentException if it is no line of a replay
     */
    public static ReplayLine read(String line) {
        try {
            return MAPPER.readValue(line, ReplayLine.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a line of a replay", e);
        }
    }

    /** SHA-256 of a line's UTF-8 bytes, lower-case hex. */
    public static String digest(String line) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
