package org.gongxue.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The published language as documents: a JSON Schema of every event and an AsyncAPI document of the topics. */
final class EventSchemas {
    private static final String PREFIX = "org.gongxue.";
    private static final List<String> SERVICES = List.of("enrollment", "credit-bank", "reward");

    /** The headers of every message: CloudEvents 1.0 in binary mode, as docs/log-format.md has them. */
    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "ce_specversion", "1.0",
            "content-type", "application/json",
            "ce_id", "the event's id (UUID)",
            "ce_source", "/gongxue/ and the service",
            "ce_type", "the wire name",
            "ce_time", "when it occurred (RFC 3339)",
            "ce_entry",
                    "index, version, revision, partition sequence, recorded_at in microseconds, leaf, actor, cause and"
                            + " correlation, as docs/log-format.md has them"));

    private static final String TRACE = "ce_traceparent";

    private final SchemaGenerator generator = new SchemaGenerator(config().build());

    private static SchemaGeneratorConfigBuilder config() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.INLINE_ALL_SCHEMAS);
        config.forFields().withRequiredCheck(EventSchemas::isRequired);
        config.forTypesInGeneral().withPropertySorter((_, _) -> 0);
        return config;
    }

    private static boolean isRequired(FieldScope field) {
        return !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The JSON Schema of what is written of an event. */
    JsonNode schema(EventCatalog.Entry entry) {
        ObjectNode schema = generator.generateSchema(entry.record());
        return schema.put("title", entry.wireName());
    }

    /** The name of a schema's file. */
    static String file(EventCatalog.Entry entry) {
        return entry.wireName() + "." + entry.revision() + ".json";
    }

    /** AsyncAPI 3.0: three topics, every event a message of one of them. */
    JsonNode asyncApi(EventCatalog catalog) {
        ObjectNode api = GoldenEvents.JSON.createObjectNode().put("asyncapi", "3.0.0");
        api.putObject("info")
                .put("title", "Gongxue events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What the services publish, as CloudEvents 1.0 in binary mode over Kafka. A record's key is "
                                + "the stream. Besides these messages each topic holds the log's own, which docs/log-format.md describes.")
                .putObject("license")
                .put("name", "Apache-2.0");
        api.put("defaultContentType", "application/json");
        ObjectNode channels = api.putObject("channels");
        ObjectNode operations = api.putObject("operations");
        for (String service : SERVICES) {
            channels.putObject(service).put("address", service + ".events").putObject("messages");
            operations
                    .putObject("publish-" + service)
                    .put("action", "send")
                    .putObject("channel")
                    .put("$ref", "#/channels/" + service);
        }
        ObjectNode components = api.putObject("components");
        components.set("schemas", GoldenEvents.JSON.createObjectNode().set("headers", headers()));
        ObjectNode messages = components.putObject("messages");
        sorted(catalog).forEach(entry -> addMessage(entry, channels, messages));
        return api;
    }

    private static List<EventCatalog.Entry> sorted(EventCatalog catalog) {
        return catalog.entries().stream()
                .sorted((one, other) -> one.wireName().compareTo(other.wireName()))
                .toList();
    }

    private static void addMessage(EventCatalog.Entry entry, ObjectNode channels, ObjectNode messages) {
        String name = entry.wireName();
        String service = name.substring(PREFIX.length(), name.indexOf('.', PREFIX.length()));
        ((ObjectNode) channels.path(service).path("messages"))
                .putObject(name)
                .put("$ref", "#/components/messages/" + name);
        ObjectNode message = messages.putObject(name)
                .put("name", name)
                .put("title", entry.record().getSimpleName());
        message.putObject("headers").put("$ref", "#/components/schemas/headers");
        message.putObject("payload").put("$ref", "schemas/" + file(entry));
    }

    private static JsonNode headers() {
        ObjectNode headers = GoldenEvents.JSON.createObjectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        HEADERS.forEach((name, meaning) ->
                properties.putObject(name).put("type", "string").put("description", meaning));
        properties.putObject(TRACE).put("type", "string").put("description", "the trace it is part of, if any (W3C)");
        var required = headers.putArray("required");
        HEADERS.keySet().forEach(required::add);
        return headers;
    }
}
