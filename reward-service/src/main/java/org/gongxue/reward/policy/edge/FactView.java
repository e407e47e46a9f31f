package org.gongxue.reward.policy.edge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.reward.fact.FactType;
import org.gongxue.reward.fact.FactVocabulary;
import org.gongxue.reward.fact.edge.FactWording;

/**
 * A fact that policies can ask about.
 *
 * @param text its name in the reader's language
 * @param words every word it can be; empty when its words are open, and for other types
 * @param sources the source events whose policies can ask about it
 */
public record FactView(String fact, FactType type, String text, List<Word> words, List<String> sources) {

    /** A word with its name. */
    public record Word(String value, String text) {}

    /** All facts, in reading order. */
    static List<FactView> all(Locale locale) {
        return FactVocabulary.all().entrySet().stream()
                .map(fact -> of(fact, locale))
                .toList();
    }

    private static FactView of(Map.Entry<String, FactType> fact, Locale locale) {
        var name = fact.getKey();
        return new FactView(
                name,
                fact.getValue(),
                FactWording.fact(name, locale),
                FactVocabulary.words(name).stream()
                        .map(word -> new Word(word, FactWording.value(name, word, locale)))
                        .toList(),
                FactVocabulary.sourceEvents().stream()
                        .filter(source -> FactVocabulary.canBeKnown(source, name))
                        .sorted()
                        .toList());
    }
}
