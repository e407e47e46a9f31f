package org.gongxue.reward.fact.edge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongxue.kit.door.Messages;
import org.jspecify.annotations.Nullable;

/** Says what facts and their values are called. */
public final class FactWording {

    private FactWording() {}

    /** The name of a fact. */
    public static String fact(String fact, Locale locale) {
        return Messages.text("fact." + fact, Map.of(), locale);
    }

    /** A value of a fact: a word by its name, numbers and dates as they are. */
    public static String value(String fact, String value, Locale locale) {
        var own = find("word." + fact + "." + value, locale);
        return own == null ? word(value, locale) : own;
    }

    /** A value whose fact is not at hand. */
    public static String word(String value, Locale locale) {
        var general = find("word." + value, locale);
        return general == null ? value : general;
    }

    /** The values that a comparison needs, recorded with commas between them. */
    public static String values(String fact, String values, Locale locale) {
        return Arrays.stream(values.split(", ", -1))
                .map(value -> value(fact, value, locale))
                .collect(Collectors.joining(comma(locale)));
    }

    /** What stands between the things of a list. */
    public static String comma(Locale locale) {
        return locale.getLanguage().equals("en") ? ", " : "、";
    }

    private static @Nullable String find(String key, Locale locale) {
        var text = Messages.text(key, Map.of(), locale);
        return text.equals(key) ? null : text;
    }
}
