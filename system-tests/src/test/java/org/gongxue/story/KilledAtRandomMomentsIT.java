package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongxue.local.Campus;
import org.gongxue.local.CampusConfig;
import org.gongxue.local.RunningCampus;
import org.gongxue.local.process.Progress;
import org.junit.jupiter.api.Test;

/** Whatever process is killed at whatever moment, the year of the skill reward ends with the same numbers. */
class KilledAtRandomMomentsIT {

    private static final int ROUNDS = 3;

    @Test
    void everyRoundEndsWithTheSameNumbersAndAnIdenticalReplay() {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (RunningCampus campus = Campus.start(CampusConfig.throwAway(System.getenv(), Progress.standard()))) {
            List<Act> rounds = Soak.play(campus, ROUNDS, System.nanoTime(), out);
            assertThat(rounds)
                    .hasSize(ROUNDS)
                    .flatExtracting(Act::checks)
                    .filteredOn(check -> !check.holds())
                    .isEmpty();
            assertThat(rounds)
                    .allSatisfy(round -> assertThat(round.notes().getFirst()).isNotEmpty());
        }
    }
}
