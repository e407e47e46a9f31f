package org.gongxue.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON as it travels: objects from names and values, and back. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /**
     * An object from names and values in turn. A null value leaves the name out; dates and enums become text;
     * collections become arrays.
     */
    static ObjectNode object(@Nullable Object... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                object.set(String.valueOf(namesAndValues[i]), node(value));
            }
        }
        return object;
    }

    /** The body of a batch: {@code {"items":[…]}}. */
    static ObjectNode items(List<? extends JsonNode> items) {
        return object("items", items);
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode node -> node;
            case Number number -> MAPPER.valueToTree(number);
            case Boolean truth -> MAPPER.valueToTree(truth);
            case Collection<?> many ->
                MAPPER.createArrayNode().addAll(many.stream().map(Json::node).toList());
            default -> MAPPER.getNodeFactory().textNode(value.toString());
        };
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The elements of an array, or of the array under {@code items}. */
    static List<JsonNode> list(JsonNode node) {
        JsonNode array = node.isArray() ? node : node.path("items");
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
