package org.gongxue.reward.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.policy.PolicyDocument.Amount;
import org.gongxue.reward.policy.PolicyDocument.Approval;
import org.gongxue.reward.policy.PolicyDocument.Cap;
import org.gongxue.reward.policy.PolicyDocument.Ceiling;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.gongxue.reward.policy.PolicyDocument.FundSelection;
import org.gongxue.reward.policy.PolicyDocument.Group;
import org.gongxue.reward.policy.PolicyDocument.Operand;
import org.gongxue.reward.policy.PolicyDocument.Payer;
import org.gongxue.reward.policy.PolicyDocument.QuotaSelection;
import org.gongxue.reward.policy.PolicyDocument.Shortfall;
import org.gongxue.reward.policy.PolicyDocument.Sum;
import org.gongxue.reward.policy.PolicyDocument.Test;
import org.gongxue.reward.policy.PolicyDocument.Validity;
import org.jspecify.annotations.Nullable;

/** Reads a policy document whose shape the JSON Schema has already accepted. */
public final class PolicyReader {

    private PolicyReader() {}

    /**
     * The document of this JSON.
     *
     * @throws PolicyUnreadableException if a value cannot be what its place needs; names the place
     */
    public static PolicyDocument read(String json) {
        var root = CanonicalJson.parse(json);
        var validity = root.path("validity");
        var funds = root.path("funds");
        return new PolicyDocument(
                root.path("policyId").asText(),
                root.path("version").asInt(),
                root.path("name").asText(),
                root.path("assessor").asText(),
                root.path("source").asText(),
                children(root.path("businessKeys")).map(PolicyReader::words).toList(),
                new Validity(
                        validity.path("by").asText(),
                        date(validity.path("from"), "/validity/from"),
                        date(validity.path("until"), "/validity/until")),
                conditions(root.path("eligibility"), "/eligibility"),
                groups(root.path("groups")),
                amount(root.path("amount")),
                quota(root.path("quota")),
                new FundSelection(
                        funds.path("yearBy").asText(),
                        children(funds.path("from")).map(PolicyReader::payer).toList()),
                Shortfall.valueOf(root.path("shortfall").asText().toUpperCase(Locale.ROOT)),
                Approval.valueOf(root.path("approval").asText().toUpperCase(Locale.ROOT)));
    }

    private static List<Condition> conditions(JsonNode nodes, String place) {
        var conditions = new ArrayList<Condition>();
        for (var node : nodes) {
            var here = place + "/" + conditions.size();
            var test = test(node, here);
            conditions.add(new Condition(
                    node.path("name").asText(),
                    node.path("article").asText(),
                    node.has("code") ? node.path("code").asText() : null,
                    test.fact(),
                    test.comparison(),
                    test.needed(),
                    tests(node.path("when"), here + "/when")));
        }
        return List.copyOf(conditions);
    }

    private static List<Test> tests(JsonNode nodes, String place) {
        var tests = new ArrayList<Test>();
        for (var node : nodes) {
            tests.add(test(node, place + "/" + tests.size()));
        }
        return List.copyOf(tests);
    }

    private static Test test(JsonNode node, String place) {
        var fact = node.path("fact").asText();
        var comparison = Comparison.of(node.path("comparison").asText());
        return new Test(fact, comparison, operand(node, fact, place + "/value"));
    }

    private static Operand operand(JsonNode test, String fact, String place) {
        if (!test.has("value")) {
            return new Operand.Nothing();
        }
        var value = test.path("value");
        var type = FactVocabulary.type(fact).orElse(FactType.TEXT);
        if (value.isObject()) {
            return new Operand.OfFact(value.path("fact").asText());
        }
        if (value.isArray()) {
            return new Operand.OneOf(
                    children(value).map(v -> literal(v, type, place)).toList());
        }
        return new Operand.Literal(literal(value, type, place));
    }

    private static FactValue literal(JsonNode value, FactType type, String place) {
        if (value.isBoolean()) {
            return new FactValue.Flag(value.asBoolean());
        }
        if (value.isIntegralNumber()) {
            return new FactValue.Whole(value.asLong());
        }
        return type == FactType.DAY ? new FactValue.Day(date(value, place)) : new FactValue.Text(value.asText());
    }

    private static List<Group> groups(JsonNode nodes) {
        var groups = new ArrayList<Group>();
        for (var node : nodes) {
            groups.add(new Group(
                    node.path("name").asText(), conditions(node.path("when"), "/groups/" + groups.size() + "/when")));
        }
        return List.copyOf(groups);
    }

    private static Amount amount(JsonNode node) {
        var article = node.path("article").asText();
        var table = node.path("table");
        if (table.isObject()) {
            return new Amount.Table(
                    words(table.path("by")),
                    children(table.path("rows"))
                            .map(row -> new Amount.Row(
                                    words(row.path("when")), row.path("fen").asLong()))
                            .toList(),
                    article);
        }
        var share = node.path("share");
        var cap = node.path("cap");
        return new Amount.Formula(
                sum(node.path("sum")),
                share.path("of").asInt(1),
                share.path("in").asInt(1),
                cap.isMissingNode()
                        ? null
                        : cap.has("fen") ? new Cap.Fixed(cap.path("fen").asLong()) : new Cap.OfFacts(sum(cap)),
                article);
    }

    private static @Nullable QuotaSelection quota(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        return new QuotaSelection(
                node.path("yearBy").asText(),
                node.has("unitBy") ? node.path("unitBy").asText() : null,
                children(node.path("ceilings")).map(PolicyReader::ceiling).toList());
    }

    private static Ceiling ceiling(JsonNode node) {
        return new Ceiling(
                node.path("year").asInt(),
                node.path("group").asText(QuotaCell.WHOLE),
                node.path("places").asInt());
    }

    private static Payer payer(JsonNode node) {
        var share = node.path("share");
        return new Payer(
                node.path("prefix").asText(),
                share.path("of").asInt(1),
                share.path("in").asInt(1));
    }

    private static Sum sum(JsonNode node) {
        return new Sum(words(node.path("plus")), words(node.path("minus")));
    }

    private static LocalDate date(JsonNode node, String place) {
        try {
            return LocalDate.parse(node.asText());
        } catch (DateTimeParseException e) {
            throw new PolicyUnreadableException(place, node.asText(), "yyyy-MM-dd", e);
        }
    }

    private static List<String> words(JsonNode node) {
        return children(node).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
