package org.gongxue.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.kit.door.Messages;
import org.gongxue.reward.entitlement.edge.EntitlementView.ReasonView;
import org.gongxue.reward.fact.FactVocabulary;
import org.junit.jupiter.api.Test;

/** Nobody meets a bare code: whatever the service can say, it says in Chinese and in English. */
class WordingTest {

    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    private static final Pattern REFUSAL = Pattern.compile(
            "(?:Refusal\\.(?:invalid|notFound|conflict|forbidden)|new EntitlementReason|(?:^|\\W)refuse|(?:^|\\W)fault)\\(\\s*(?:row,[^\"]*?)?\"([A-Z][A-Z_]+)\"");
    private static final Set<String> KIT = Set.of("NOT_FOUND", "EVENT_TOO_LARGE");

    private final Properties chinese = load("reward_zh_CN.properties");
    private final Properties english = load("reward_en.properties");

    @Test
    void everyRefusalHasItsSentence() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var matcher = REFUSAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        codes.removeAll(KIT);
        assertThat(codes).hasSizeGreaterThan(40).contains("POLICY_CONTRADICTION", "BATCH_STAGE", "FUND_SHORT");
        assertThat(codes).allSatisfy(code -> {
            assertThat(chinese.stringPropertyNames()).contains(code);
            assertThat(english.stringPropertyNames()).contains(code);
        });
    }

    /** A policy's own codes are not known in advance: the sentence of a failed condition says what they mean. */
    @Test
    void everyCodeOfAPolicyHasASentence() throws IOException {
        var codes = new TreeSet<String>(Set.of("A_CODE_OF_AN_INVENTED_CITY"));
        for (var folder : List.of(Path.of("..", "policies"), Path.of("src", "test", "resources", "policies"))) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    codes.addAll(
                            new ObjectMapper().readTree(Files.readString(file)).findValuesAsText("code"));
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(7).allSatisfy(code -> {
            for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                var said = said(new EntitlementReason(code, "rule", null, "yours", "other", "article 7", null), locale);
                assertThat(said.title()).isNotEqualTo(code);
                assertThat(said.text()).isNotEqualTo(code).contains("article 7");
            }
        });
    }

    @Test
    void whatTheCreditBankRefusedIsToldWithoutEmptyValuesAndCited() {
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (var reason : List.of(
                    new EntitlementReason("OUTCOME_REFUSED", "ACCOUNT_FULL", "outcomeId", null, null, null, null),
                    new EntitlementReason("OUTCOME_REFUSED", "DUPLICATE", "number", "2017-06-02", null, null, "O-1"),
                    new EntitlementReason("OUTCOME_REFUSED", "X", "level", "SENIOR", "BEGINNER", null, null))) {
                assertThat(said(reason, locale).text())
                        .doesNotStartWith("OUTCOME_REFUSED")
                        .doesNotContain("“”", "\"\"", "{")
                        .contains(reason.first() == null ? "" : reason.first());
            }
        }
    }

    private static ReasonView said(EntitlementReason reason, Locale locale) {
        Messages.add("reward");
        return ReasonView.of(reason, locale);
    }

    @Test
    void everyFactHasItsName() {
        assertThat(FactVocabulary.all().keySet()).allSatisfy(fact -> {
            assertThat(chinese.stringPropertyNames()).contains("fact." + fact);
            assertThat(english.stringPropertyNames()).contains("fact." + fact);
        });
    }

    @Test
    void everyWordOfAFactHasItsName() {
        FactVocabulary.all()
                .keySet()
                .forEach(fact -> assertThat(FactVocabulary.words(fact))
                        .allSatisfy(word -> assertThat(List.of(chinese, english))
                                .allSatisfy(said -> assertThat(said.stringPropertyNames())
                                        .as(fact)
                                        .containsAnyOf("word." + word, "word." + fact + "." + word))));
    }

    @Test
    void everyPartOfAPolicyHasItsName() throws IOException {
        var parts = new TreeSet<String>();
        for (var policy : List.of(
                RewardStory.skillReward(),
                RewardStory.skillGrant(),
                RewardStory.tuitionRefund(),
                RewardStory.halfTuition())) {
            collect(new ObjectMapper().readTree(policy), parts);
        }
        assertThat(parts).hasSizeGreaterThan(30).allSatisfy(part -> {
            assertThat(chinese.stringPropertyNames()).contains("part." + part);
            assertThat(english.stringPropertyNames()).contains("part." + part);
        });
    }

    private static void collect(JsonNode node, Set<String> parts) {
        node.properties().forEach(member -> parts.add(member.getKey()));
        node.forEach(child -> collect(child, parts));
    }

    @Test
    void nothingIsSaidInEnglishAlone() {
        assertThat(chinese.stringPropertyNames()).containsAll(english.stringPropertyNames());
    }

    private static Properties load(String name) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(MESSAGES.resolve(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
