package org.gongxue.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongxue.reward.RewardStory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a policy says, such as its name, its rules, its articles and its amounts, stands in its file and nowhere else. */
class NoPolicyIsInJavaTest {

    private static final Set<String> SAID = Set.of("policyId", "name", "article", "fen", "prefix");
    /** Words that the sources use of themselves. */
    private static final Set<String> COMMON = Set.of("tuition", "skill");

    static Set<String> policies() {
        return Set.of(
                RewardStory.tuitionRefund(),
                RewardStory.halfTuition(),
                RewardStory.skillReward(),
                RewardStory.skillGrant(),
                RewardStory.skillMatch());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void nothingAPolicySaysIsInTheSources(String document) throws IOException {
        var said = new TreeSet<String>();
        collect(CanonicalJson.parse(document), said);
        said.removeAll(COMMON);
        assertThat(said).hasSizeGreaterThan(5);
        var sources = sources();
        assertThat(said).noneMatch(value -> sources.contains(value.length() < 4 ? '"' + value + '"' : value));
    }

    private static void collect(JsonNode node, Set<String> said) {
        node.properties().forEach(member -> {
            if (SAID.contains(member.getKey())) {
                said.add(member.getValue().asText());
            }
            collect(member.getValue(), said);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, said));
        }
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(NoPolicyIsInJavaTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
