package org.gongxue.kit.door;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongxue.eventlog.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What rules say to people: one sentence per code and language, from {@code messages/kit_*.properties}, what
 * every event is called, from {@code messages/events_*.properties}, and the service's own {@code messages/<service>_*.properties}.
 *
 * <p>A sentence may hold {@code {field}}, {@code {value}}, {@code {needed}} and the refusal's facts. {@code CODE.title}
 * is the short name; without one the code stands for itself.
 */
public final class Messages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_]+)}");
    private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();
    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    static {
        NAMES.add("kit");
        NAMES.add("events");
    }

    private Messages() {}

    /** Adds a service's sentences; called once at start. */
    public static void add(String service) {
        NAMES.add(service);
    }

    /** The sentence of a refusal in a language. */
    public static String detail(Refusal refusal, Locale locale) {
        var facts = new HashMap<>(refusal.facts());
        putIfPresent(facts, "field", refusal.field());
        putIfPresent(facts, "value", refusal.value());
        putIfPresent(facts, "needed", refusal.needed());
        return text(refusal.code(), facts, locale);
    }

    /** The short name of a rule. */
    public static String title(String code, Locale locale) {
        var title = find(code + ".title", locale);
        return title == null ? code : title;
    }

    /** Any sentence by key with its facts filled in; the key itself when no bundle has it. */
    public static String text(String key, Map<String, String> facts, Locale locale) {
        var sentence = find(key, locale);
        if (sentence == null) {
            return key;
        }
        return PLACEHOLDER.matcher(sentence).replaceAll(match -> {
            var name = match.group(1);
            var value = facts.get(name);
            var named = value == null ? null : find(name + "." + value, locale);
            return Matcher.quoteReplacement(named != null ? named : value != null ? value : "");
        });
    }

    private static void putIfPresent(Map<String, String> facts, String key, @Nullable String value) {
        if (value != null) {
            facts.putIfAbsent(key, value);
        }
    }

    private static @Nullable String find(String key, Locale locale) {
        var suffix = locale.getLanguage().equals("en") ? "_en" : "_zh_CN";
        for (var name : NAMES) {
            var sentence =
                    BUNDLES.computeIfAbsent(name + suffix, Messages::load).getProperty(key);
            if (sentence != null) {
                return sentence;
            }
        }
        return null;
    }

    private static Properties load(String name) {
        var properties = new Properties();
        var resource = "messages/" + name + ".properties";
        var loader = Thread.currentThread().getContextClassLoader();
        try (var in = loader.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        return properties;
    }
}
