package org.gongxue.reward.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way to write a policy: members sorted by name, no white space, whole numbers only. The same policy has the same
 * bytes and so the same digest, however its file was laid out.
 */
public final class CanonicalJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** The JSON of a text; the text must be JSON without repeated members. */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PolicyUnreadableException("", e.getOriginalMessage(), "JSON", e);
        }
    }

    /** A value as JSON. */
    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /**
     * The canonical text of a JSON text.
     *
     * @throws PolicyUnreadableException if it is not JSON or holds a number that is not whole
     */
    public static String of(String text) {
        try {
            return JSON.writeValueAsString(sorted(parse(text), ""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a parsed document cannot be written", e);
        }
    }

    /** SHA-256 of the text in UTF-8, lower-case hex. */
    public static String digest(String canonical) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Object sorted(JsonNode node, String place) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            node.properties().forEach(p -> members.put(p.getKey(), sorted(p.getValue(), place + "/" + p.getKey())));
            return members;
        }
        if (node.isArray()) {
            var items = new ArrayList<Object>();
            for (var item : node) {
                items.add(sorted(item, place + "/" + items.size()));
            }
            return items;
        }
        if (node.isNumber() && !node.isIntegralNumber()) {
            throw new PolicyUnreadableException(place, node.asText(), "a whole number", null);
        }
        return node;
    }
}
