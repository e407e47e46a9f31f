package org.gongxue.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRequestTest {

    @Test
    void everyOptionSaysWhatItNarrows() {
        assertThat(LogRequest.of(arguments(
                        "credit-bank --stream outcome --type outcome-deposited --learner L-1 --from 2018-01-01 --to 2018-02-01"
                                + " --occurred --correlation c --limit 7 --json --as auditor1")))
                .contains(new LogRequest(
                        "credit-bank",
                        0,
                        Map.of(
                                "stream", "outcome",
                                "type", "outcome-deposited",
                                "learner", "L-1",
                                "from", "2018-01-01",
                                "to", "2018-02-01",
                                "clock", "occurred",
                                "correlation", "c"),
                        0,
                        7,
                        true,
                        false,
                        "auditor1"));
    }

    @Test
    void oneEventOrItsEffectsOrWhatComes() {
        assertThat(LogRequest.of(arguments("reward 4711")))
                .contains(new LogRequest("reward", 4711, Map.of(), 0, 20, false, false, "admin1"));
        assertThat(LogRequest.of(arguments("enrollment --effects-of 12")))
                .contains(new LogRequest("enrollment", 0, Map.of(), 12, 20, false, false, "admin1"));
        assertThat(LogRequest.of(arguments("reward --cause enrollment/12 --follow")))
                .contains(new LogRequest("reward", 0, Map.of("cause", "enrollment/12"), 0, 20, false, true, "admin1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payroll",
                "reward --limit",
                "reward --limit 0",
                "reward --limit many",
                "reward --newest",
                "reward 12 --follow",
                "reward -1"
            })
    void whatIsNotUnderstoodIsNotGuessed(String line) {
        assertThat(LogRequest.of(arguments(line))).isEmpty();
    }

    private static List<String> arguments(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
