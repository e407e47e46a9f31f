package org.gongxue.reward.entitlement.edge;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongxue.events.reward.Computation;
import org.gongxue.kit.door.Messages;
import org.gongxue.reward.entitlement.edge.EntitlementView.Term;
import org.gongxue.reward.fact.edge.FactWording;

/** Prints how an amount was worked out: 实缴 8,000.00 − 退费 500.00 = 7,500.00 元. */
final class Reckoning {

    private Reckoning() {}

    /** The name of a fact that was counted, or of the row of a table that was taken. */
    static String label(String fact, Locale locale) {
        var key = "fact." + fact;
        var name = Messages.text(key, Map.of(), locale);
        return name.equals(key) ? row(fact, locale) : name;
    }

    /** A row is named by the values that choose it; words of the vocabulary are said in the reader's language. */
    private static String row(String values, Locale locale) {
        return Stream.of(values.split("/", -1))
                .map(value -> FactWording.word(value, locale))
                .collect(Collectors.joining(" · "));
    }

    static String text(List<Term> terms, Computation c, Locale locale) {
        if (c.capFen() == null && terms.size() == 1) {
            var facts = Map.of("row", terms.getFirst().label(), "amount", yuan(c.amountFen()));
            return Messages.text("RECKONING_TABLE", facts, locale);
        }
        var counted = terms.stream().filter(t -> t.amountFen() != 0).toList();
        var text = new StringBuilder();
        for (var term : counted) {
            text.append(term.amountFen() < 0 ? " − " : text.isEmpty() ? "" : " + ");
            text.append(term.label()).append(' ').append(yuan(Math.abs(term.amountFen())));
        }
        if (c.shareOf() != c.shareIn()) {
            text.insert(0, "(").append(") × ").append(c.shareOf()).append('/').append(c.shareIn());
        }
        var facts = Map.of("sum", text.toString(), "amount", yuan(c.amountFen()), "before", yuan(c.beforeCapFen()));
        return Messages.text(sentence(counted, c), facts, locale);
    }

    private static String sentence(List<Term> counted, Computation c) {
        if (c.amountFen() < c.beforeCapFen()) {
            return "RECKONING_CAPPED";
        }
        return counted.size() == 1 && c.shareOf() == c.shareIn() ? "RECKONING_PLAIN" : "RECKONING";
    }

    /** An amount in yuan as people write it: 8,000.00. */
    static String yuan(long fen) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(BigDecimal.valueOf(fen, 2));
    }
}
