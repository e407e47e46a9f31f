package org.gongxue.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongxue.enrollment.admission.ApplicationCommand.ReviewReason;
import org.gongxue.enrollment.graduation.Column;
import org.gongxue.enrollment.learner.IdNumber;
import org.junit.jupiter.api.Test;

/** A gate that reads the source: no rule without a sentence in both languages, no sentence without a rule. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CODE =
            Pattern.compile("\"([A-Z]{2,}(?:_[A-Z]+)+|REQUIRED|DUPLICATE|WITHDRAWN|WAITLISTED)\"");
    /** Not rules: SQL states and the like never match; these do. */
    private static final Pattern NO_RULE = Pattern.compile("REVIEW_");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(bundle("zh_CN").stringPropertyNames()).isEqualTo(bundle("en").stringPropertyNames());
    }

    @Test
    void everyRuleOfTheSourceHasASentence() throws IOException {
        var sentences = bundle("zh_CN");
        var kit = new Properties();
        try (var stream = getClass().getResourceAsStream("/messages/kit_zh_CN.properties")) {
            kit.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        assertThat(codes())
                .allSatisfy(code -> assertThat(sentences.containsKey(code) || kit.containsKey(code))
                        .as(code)
                        .isTrue());
    }

    @Test
    void everyColumnHasANameAndEveryCodedReasonASentence() throws IOException {
        var sentences = bundle("zh_CN");
        for (var column : Column.values()) {
            assertThat(sentences).containsKey("column." + column.field());
        }
        for (var reason : ReviewReason.values()) {
            assertThat(sentences).containsKey("REVIEW_" + reason);
        }
        for (var fault : IdNumber.Fault.values()) {
            assertThat(sentences).containsKey(fault.name());
        }
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!NO_RULE.matcher(matcher.group(1)).lookingAt()) {
                        codes.add(matcher.group(1));
                    }
                }
            }
        }
        return codes;
    }

    private Properties bundle(String language) throws IOException {
        var properties = new Properties();
        try (var stream = getClass().getResourceAsStream("/messages/enrollment_" + language + ".properties")) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
