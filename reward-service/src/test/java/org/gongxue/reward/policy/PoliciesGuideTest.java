package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongxue.reward.fact.FactVocabulary;
import org.junit.jupiter.api.Test;

/** A newcomer writes a policy with docs/policies.md alone: what it lists is what there is. */
class PoliciesGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "policies.md");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");
    private final String guide;

    PoliciesGuideTest() throws IOException {
        guide = Files.readString(GUIDE);
    }

    @Test
    void itListsEveryFactAndNoOther() {
        var facts = words(section("Facts")).stream()
                .filter(word -> word.matches("[a-z]+\\.[a-zA-Z]+"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(facts).isEqualTo(new TreeSet<>(FactVocabulary.all().keySet()));
    }

    @Test
    void itListsEveryWordOfAFact() {
        var rows =
                section("Facts").lines().filter(line -> line.startsWith("| `")).toList();
        for (var fact : FactVocabulary.all().keySet()) {
            var row = rows.stream()
                    .filter(line -> line.contains("`" + fact + "`"))
                    .findFirst()
                    .orElseThrow();
            if (!FactVocabulary.words(fact).isEmpty() && !row.contains("| as `")) {
                assertThat(words(row)).as(fact).containsAll(FactVocabulary.words(fact));
            }
        }
    }

    @Test
    void itListsEveryComparisonSourceAndAssessor() {
        var written = words(guide);
        assertThat(written)
                .containsAll(
                        Arrays.stream(Comparison.values()).map(Comparison::word).toList())
                .containsAll(FactVocabulary.sourceEvents())
                .containsAll(Arrays.stream(AssessorVersion.values())
                        .map(AssessorVersion::word)
                        .toList());
    }

    @Test
    void itExplainsEveryRefusalAndNoOther() throws IOException {
        var messages = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages/reward_en.properties"))) {
            messages.load(in);
        }
        var refusals = messages.stringPropertyNames().stream()
                .filter(code -> code.matches("POLICY_[A-Z_]+"))
                .collect(Collectors.toCollection(TreeSet::new));
        var explained = words(section("What is refused")).stream()
                .filter(word -> word.startsWith("POLICY_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(explained).isEqualTo(refusals);
    }

    @Test
    void itNamesEveryPartOfADocument() throws IOException {
        var schema = CanonicalJson.parse(Files.readString(Path.of("src/main/resources/policies/policy.schema.json")));
        var parts = new TreeSet<String>();
        schema.findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(parts::add));
        var written = guide;
        assertThat(parts)
                .hasSizeGreaterThan(25)
                .allSatisfy(part -> assertThat(written).containsAnyOf("`" + part + "`", "\"" + part + "\":"));
    }

    @Test
    void itsExamplesAreJson() {
        var examples = JSON.matcher(guide).results().map(m -> m.group(1)).toList();
        assertThat(examples).hasSizeGreaterThan(4).allSatisfy(example -> {
            var text = example.strip();
            assertThat(CanonicalJson.parse(text.startsWith("{") ? text : "{" + text + "}"))
                    .isNotEmpty();
        });
    }

    private String section(String heading) {
        var start = guide.indexOf("\n## " + heading);
        assertThat(start).as(heading).isPositive();
        var end = guide.indexOf("\n## ", start + 1);
        return guide.substring(start, end < 0 ? guide.length() : end);
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(CODE.matcher(JSON.matcher(text).replaceAll(""))
                .results()
                .map(m -> m.group(1))
                .toList());
    }
}
