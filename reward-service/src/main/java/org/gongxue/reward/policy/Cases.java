package org.gongxue.reward.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactValue;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.policy.PolicyDocument.Condition;
import org.gongxue.reward.policy.PolicyDocument.Operand;

/** The cases that an amount table misses and somebody can come to; none where a column's values cannot be listed. */
final class Cases {

    /** The column of the policy's groups. */
    static final String GROUP = "group";

    private static final int CASES_MAX = 2_000;

    private final List<String> by;
    /** What people in these cases have in common. */
    private final List<Requirement> required;

    private final List<Condition> conditions;
    private final String group;
    private final Set<List<String>> rows;
    private final Possibility search;

    private Cases(
            List<String> by,
            List<Requirement> required,
            List<Condition> conditions,
            String group,
            Set<List<String>> rows,
            Possibility search) {
        this.rows = rows;
        this.search = search;
        this.by = by;
        this.required = required;
        this.conditions = conditions;
        this.group = group;
    }

    /** The keys of all cases without a row, as they would have to stand in the table. */
    static Stream<List<String>> without(
            Set<List<String>> rows, PolicyDocument policy, List<String> by, Possibility search) {
        if (policy.groups().isEmpty()) {
            return new Cases(by, requirements(policy.eligibility()), policy.eligibility(), "", rows, search).keys();
        }
        var perGroup = new ArrayList<Cases>();
        var required = new ArrayList<>(requirements(policy.eligibility()));
        for (var group : policy.groups()) {
            var conditions = new ArrayList<>(policy.eligibility());
            conditions.addAll(group.when());
            var inGroup = new ArrayList<>(required);
            inGroup.addAll(requirements(group.when()));
            perGroup.add(new Cases(by, inGroup, conditions, group.name(), rows, search));
            required.add(Requirement.outside(group));
        }
        return perGroup.stream().flatMap(Cases::keys);
    }

    private static List<Requirement> requirements(List<Condition> conditions) {
        return conditions.stream().map(Requirement::of).toList();
    }

    /** The value of a fact that a row writes as text; empty if the fact cannot be that. */
    static Optional<FactValue> value(String fact, String text) {
        try {
            return FactVocabulary.type(fact)
                    .<FactValue>map(type -> switch (type) {
                        case WHOLE, FEN -> new FactValue.Whole(Long.parseLong(text));
                        case DAY -> new FactValue.Day(LocalDate.parse(text));
                        case FLAG -> new FactValue.Flag(Boolean.parseBoolean(text));
                        case TEXT -> new FactValue.Text(text);
                    })
                    .filter(value -> value.text().equals(text))
                    .filter(_ -> FactVocabulary.words(fact).isEmpty()
                            || FactVocabulary.words(fact).contains(text));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Stream<List<String>> keys() {
        var domains = by.stream().map(this::domain).toList();
        var size = domains.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, CASES_MAX + 1L));
        return size > CASES_MAX ? Stream.empty() : keys(domains, List.of(), required);
    }

    private Stream<List<String>> keys(List<List<String>> domains, List<String> key, List<Requirement> met) {
        var column = key.size();
        if (column == domains.size()) {
            return !rows.contains(key) && search.certain(met) ? Stream.of(key) : Stream.empty();
        }
        return domains.get(column).stream().flatMap(value -> {
            var longer = new ArrayList<>(key);
            longer.add(value);
            var more = new ArrayList<>(met);
            value(by.get(column), value).ifPresent(v -> more.add(Requirement.equal(by.get(column), v)));
            return keys(domains, longer, more);
        });
    }

    /** What can stand in a column: every word, number or group there is, or those that a condition lists. */
    private List<String> domain(String fact) {
        if (fact.equals(GROUP)) {
            return List.of(group);
        }
        var listed = conditions.stream()
                .filter(c -> c.fact().equals(fact) && c.when().isEmpty())
                .map(Cases::listed)
                .filter(values -> !values.isEmpty())
                .findFirst();
        if (listed.isPresent()) {
            return listed.get();
        }
        return FactVocabulary.type(fact).filter(FactType.FLAG::equals).isPresent()
                ? List.of("true", "false")
                : FactVocabulary.words(fact);
    }

    private static List<String> listed(Condition condition) {
        if (condition.comparison() != Comparison.EQUALS && condition.comparison() != Comparison.IN) {
            return List.of();
        }
        return switch (condition.needed()) {
            case Operand.Literal l -> List.of(l.value().text());
            case Operand.OneOf o -> o.values().stream().map(FactValue::text).toList();
            case Operand.OfFact _, Operand.Nothing _ -> List.of();
        };
    }
}
