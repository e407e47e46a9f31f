package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongxue.eventlog.Refusal;
import org.gongxue.reward.RewardStory;
import org.jspecify.annotations.Nullable;

/** Policies as somebody changed them by hand, and what the check says of them. */
final class PolicyEdits {

    private PolicyEdits() {}

    static void refused(
            String document,
            Consumer<ObjectNode> edit,
            String code,
            String place,
            String value,
            @Nullable String needed) {
        assertThat(fault(document, edit)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(place);
            assertThat(refusal.value()).isEqualTo(value);
            if (needed != null) {
                assertThat(refusal.needed()).isEqualTo(needed);
            }
        });
    }

    static Optional<Refusal> fault(String document, Consumer<ObjectNode> edit) {
        var policy = (ObjectNode) json(document);
        edit.accept(policy);
        return PolicyCheck.fault(RewardStory.policy(policy.toString()));
    }

    static JsonNode json(String text) {
        return CanonicalJson.parse(text);
    }

    static void set(ObjectNode policy, String place, String member, String value) {
        ((ObjectNode) policy.at(place)).set(member, json(value));
    }

    static void condition(ObjectNode policy, String place, String name, String fact, String comparison, String value) {
        ((ArrayNode) policy.at(place))
                .add(json("{\"name\": \"" + name + "\", \"article\": \"x\", \"fact\": \"" + fact
                        + "\", \"comparison\": \"" + comparison + "\", \"value\": " + value + "}"));
    }

    static String test(String fact, String comparison, Object value) {
        return "{\"fact\": \"outcome." + fact + "\", \"comparison\": \"" + comparison + "\", \"value\": " + value + "}";
    }

    static void when(ObjectNode policy, String name, String fact, String comparison, int value, String applies) {
        condition(policy, "/eligibility", name, fact, comparison, Integer.toString(value));
        var conditions = (ArrayNode) policy.at("/eligibility");
        ((ObjectNode) conditions.get(conditions.size() - 1)).set("when", json("[" + applies + "]"));
    }

    static ArrayNode rows(ObjectNode policy) {
        return (ArrayNode) policy.at("/amount/table/rows");
    }

    static void byGroupAndLevel(ObjectNode policy, String... rows) {
        set(policy, "/amount/table", "by", "[\"group\", \"outcome.level\"]");
        set(policy, "/amount/table", "rows", "[" + String.join(",", rows) + "]");
    }

    static ArrayNode ceilings(ObjectNode policy) {
        return (ArrayNode) policy.at("/quota/ceilings");
    }

    static String payer(String prefix, int of, int in) {
        return "{\"prefix\": \"" + prefix + "\", \"share\": {\"of\": " + of + ", \"in\": " + in + "}}";
    }
}
