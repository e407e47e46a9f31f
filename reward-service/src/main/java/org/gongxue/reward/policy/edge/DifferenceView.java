package org.gongxue.reward.policy.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongxue.kit.door.Messages;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.fact.edge.FactWording;
import org.gongxue.reward.policy.PolicyDifference;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions, in the reader's language.
 *
 * @param place a pointer into the document that names the entries of lists
 * @param what the part of the policy
 * @param before absent when the first version says nothing there
 * @param after absent when the second version says nothing there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DifferenceView(
        String place,
        String what,
        @Nullable String before,
        @Nullable String after) {

    static DifferenceView of(PolicyDifference difference, Locale locale) {
        var what = new ArrayList<String>();
        var member = "";
        for (var step : difference.path()) {
            what.add(step.entry() ? entry(step.text(), locale) : part(member, step.text(), locale));
            member = step.entry() ? member : step.text();
        }
        return new DifferenceView(
                difference.place(),
                String.join(" › ", what),
                text(member, difference.before(), locale),
                text(member, difference.after(), locale));
    }

    /** The name of a member; some are called otherwise within another. */
    private static String part(String within, String member, Locale locale) {
        var key = "part." + within + "." + member;
        var named = Messages.text(key, Map.of(), locale);
        return named.equals(key) ? Messages.text("part." + member, Map.of(), locale) : named;
    }

    /** A row or comparison is called by words and facts, which have names; anything else is its own name. */
    private static String entry(String name, Locale locale) {
        return Arrays.stream(name.split(", ", -1))
                .map(word -> word("comparison", word, locale))
                .collect(Collectors.joining(FactWording.comma(locale)));
    }

    private static @Nullable String text(String member, JsonNode node, Locale locale) {
        if (node.isMissingNode()) {
            return null;
        }
        if (node.isArray()) {
            return node.valueStream()
                    .map(child -> text(member, child, locale))
                    .collect(Collectors.joining(FactWording.comma(locale)));
        }
        if (node.isObject()) {
            return node.propertyStream()
                    .map(p -> part(member, p.getKey(), locale) + " " + text(p.getKey(), p.getValue(), locale))
                    .collect(Collectors.joining("; "));
        }
        return member.equals("fen") ? yuan(node.asLong()) : word(member, node.asText(), locale);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static String word(String member, String text, Locale locale) {
        if (FactVocabulary.type(text).isPresent()) {
            return FactWording.fact(text, locale);
        }
        var key = "part." + member + "." + text;
        var named = Messages.text(key, Map.of(), locale);
        return named.equals(key) ? FactWording.word(text, locale) : named;
    }

    /** What is listed of all differences. */
    public record Differences(List<DifferenceView> items) {}
}
