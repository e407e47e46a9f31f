package org.gongxue.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The languages problems are written in. */
enum Language {
    CHINESE(Locale.SIMPLIFIED_CHINESE),
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    String tag() {
        return locale.toLanguageTag();
    }

    String text(String key) {
        return ResourceBundle.getBundle(
                        "org.gongxue.gateway.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    /** What the caller prefers by {@code Accept-Language}; Chinese where that says nothing we can read. */
    static Language of(HttpServerRequest request) {
        return preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return CHINESE;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .map(Locale.LanguageRange::getRange)
                    .filter(range -> range.startsWith("zh") || range.startsWith("en"))
                    .findFirst()
                    .filter(range -> range.startsWith("en"))
                    .map(_ -> ENGLISH)
                    .orElse(CHINESE);
        } catch (IllegalArgumentException _) {
            return CHINESE;
        }
    }
}
