package org.gongxue.reward.policy.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongxue.reward.RewardStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicySchemaTest {

    private final PolicySchema schema = new PolicySchema();

    static List<Path> policies() throws IOException {
        try (var here = Files.list(Path.of("..", "policies"));
                var invented = Files.list(Path.of("src", "test", "resources", "policies"))) {
            return Stream.concat(here, invented).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyFitsIt(Path policy) throws IOException {
        assertThat(schema.faults(Files.readString(policy))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"code\": \"LEVEL_NOT_HIGHER\"; \"code\": \"Level not higher\"; /eligibility/1/code",
                "\"comparison\": \"atLeast\"; \"comparison\": \"moreThan\"; /eligibility/1/comparison",
                "\"year\": 2016; \"year\": \"2016\"; /quota/ceilings/2/year",
                "\"places\": 4000; \"places\": -1; /quota/ceilings/5/places",
                "\"prefix\": \"skill\"; \"prefix\": \"Skill\"; /funds/from/0/prefix",
                "\"fen\": 200000; \"fen\": 2000.5; /amount",
                "\"shortfall\": \"waitlist\"; \"shortfall\": \"lottery\"; /shortfall",
            })
    void whatDoesNotFitIsFoundAtItsPlace(String fitting, String unfit, String place) {
        var document = RewardStory.skillReward();
        assertThat(document).contains(fitting);
        assertThat(schema.faults(document.replace(fitting, unfit)))
                .anySatisfy(fault ->
                        assertThat(fault.getInstanceLocation().toString()).isEqualTo(place));
    }

    @Test
    void nothingBesideThePartsOfAPolicyIsHalfObeyed() {
        assertThat(schema.faults(RewardStory.skillReward().replace("\"quota\"", "\"quotas\"")))
                .isNotEmpty();
    }
}
