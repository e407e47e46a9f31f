package org.gongxue.reward.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that two versions of a policy say differently. Conditions, groups, rows, ceilings and funds are the same ones
 * by what they are called, wherever they stand.
 *
 * @param path the members and the names of list entries that lead to it
 * @param before what the first says; missing when it says nothing
 * @param after what the second says; missing when it says nothing
 */
public record PolicyDifference(List<Step> path, JsonNode before, JsonNode after) {

    /** The member that stands for the order of a list's entries. */
    public static final String ORDER = "order";

    /** The parts of a document in the order they are read; canonical text has them by the alphabet. */
    private static final List<String> READING_ORDER = List.of(
            "policyId",
            "version",
            "name",
            "assessor",
            "source",
            "businessKeys",
            "validity",
            "eligibility",
            "groups",
            "amount",
            "quota",
            "funds",
            "shortfall",
            "approval");

    /** A step into a document: a member, or an entry of a list by what it is called. */
    public record Step(String text, boolean entry) {}

    /** Where it is, as a pointer that names entries instead of counting them: {@code /funds/from/skill/share}. */
    public String place() {
        return path.stream()
                .map(step -> "/" + step.text().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** Everything that two documents say differently, in reading order; the version number itself is left out. */
    public static List<PolicyDifference> between(String before, String after) {
        var found = new ArrayList<PolicyDifference>();
        compare(List.of(), CanonicalJson.parse(before), CanonicalJson.parse(after), found);
        return found.stream()
                .filter(difference -> !difference.place().equals("/version"))
                .sorted(Comparator.comparing(difference ->
                        READING_ORDER.indexOf(difference.path().getFirst().text())))
                .toList();
    }

    private static void compare(List<Step> path, JsonNode before, JsonNode after, List<PolicyDifference> found) {
        if (before.equals(after)) {
            return;
        }
        var named = before.isArray() && after.isArray() ? named(before, after) : null;
        if (before.isObject() && after.isObject()) {
            members(before, after)
                    .forEach(member -> compare(
                            then(path, new Step(member, false)), before.path(member), after.path(member), found));
        } else if (named != null) {
            entries(path, named.getFirst(), named.getLast(), found);
        } else {
            found.add(new PolicyDifference(path, before, after));
        }
    }

    private static LinkedHashSet<String> members(JsonNode before, JsonNode after) {
        var members = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(members::add);
        after.fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static void entries(
            List<Step> path, Map<String, JsonNode> before, Map<String, JsonNode> after, List<PolicyDifference> found) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            compare(
                    then(path, new Step(name, true)),
                    before.getOrDefault(name, MissingNode.getInstance()),
                    after.getOrDefault(name, MissingNode.getInstance()),
                    found);
        }
        var inBoth = new ArrayList<>(before.keySet());
        inBoth.retainAll(after.keySet());
        var ordered = new ArrayList<>(after.keySet());
        ordered.retainAll(inBoth);
        if (!inBoth.equals(ordered)) {
            found.add(new PolicyDifference(then(path, new Step(ORDER, false)), texts(inBoth), texts(ordered)));
        }
    }

    private static JsonNode texts(List<String> texts) {
        return CanonicalJson.tree(texts);
    }

    /** Both lists by what their entries are called; null if an entry has no name, or one that another has. */
    private static @Nullable List<Map<String, JsonNode>> named(JsonNode before, JsonNode after) {
        var first = named(before);
        var second = named(after);
        return first == null || second == null ? null : List.of(first, second);
    }

    private static @Nullable Map<String, JsonNode> named(JsonNode list) {
        var named = new LinkedHashMap<String, JsonNode>();
        for (var entry : list) {
            var name = name(entry);
            if (name == null || named.put(name, entry) != null) {
                return null;
            }
        }
        return named;
    }

    /** What an entry is called: a condition or group by its name, a fund, a ceiling, a row, a comparison by its fact. */
    private static @Nullable String name(JsonNode entry) {
        BinaryOperator<String> joined = (a, b) -> a + ", " + b;
        if (entry.has("name")) {
            return entry.path("name").asText();
        }
        if (entry.has("prefix")) {
            return entry.path("prefix").asText();
        }
        if (entry.has("year")) {
            var year = entry.path("year").asText();
            return entry.has("group") ? joined.apply(year, entry.path("group").asText()) : year;
        }
        if (entry.has("fen")) {
            return entry.path("when").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        }
        return entry.has("fact")
                ? joined.apply(
                        entry.path("fact").asText(), entry.path("comparison").asText())
                : null;
    }

    private static List<Step> then(List<Step> path, Step step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
