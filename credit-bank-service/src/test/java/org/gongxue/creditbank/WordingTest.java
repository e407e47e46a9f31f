package org.gongxue.creditbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongxue.creditbank.issuer.WithdrawalReason;
import org.gongxue.creditbank.revocation.RevocationReason;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.SkillLevel;
import org.junit.jupiter.api.Test;

/** Whoever is refused is told why, in both languages. */
class WordingTest {

    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+|DUPLICATE)\"");

    /** The kit has the words for these. */
    private static final Set<String> SHARED = Set.of("MAKER_IS_CHECKER", "INVALID_VALUE");

    private final Properties chinese = bundle("zh_CN");
    private final Properties english = bundle("en");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    }

    @Test
    void everyCodeInTheSourcesHasASentenceAndAShortName() throws IOException {
        var codes = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(path -> path.toString().endsWith(".java")).forEach(path -> codes.addAll(codesIn(path)));
        }
        codes.removeAll(SHARED);
        assertThat(codes)
                .hasSizeGreaterThan(20)
                .allSatisfy(code -> assertThat(chinese.stringPropertyNames()).contains(code, code + ".title"));
    }

    @Test
    void everyLevelEveryKindAndEveryReasonHasAName() {
        for (var level : SkillLevel.values()) {
            assertThat(chinese.stringPropertyNames()).contains("value." + level, "needed." + level);
        }
        for (var reason : RevocationReason.values()) {
            assertThat(chinese.stringPropertyNames())
                    .contains("revocation." + reason, "value." + reason, "needed." + reason);
        }
        for (var reason : WithdrawalReason.values()) {
            assertThat(chinese.stringPropertyNames()).contains("withdrawal." + reason);
        }
        for (var kind : OutcomeKind.values()) {
            assertThat(chinese.stringPropertyNames()).contains("value." + kind, "needed." + kind);
        }
    }

    private static Set<String> codesIn(Path source) {
        try {
            return CODE.matcher(Files.readString(source))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(String language) {
        var properties = new Properties();
        var file = Path.of("src/main/resources/messages/credit-bank_" + language + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
