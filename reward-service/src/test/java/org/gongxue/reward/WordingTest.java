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
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
