package org.gongxue.reward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.events.reward.EntitlementAssessed;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.model.LivedYears;
import org.gongxue.reward.policy.AssessorVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every assessor that ever decided has a log that it decided, and every build decides it again (invariant 7). */
class GoldenLogTest {

    /** The roots over the golden logs. Do not edit: they are what was decided. */
    private static final Map<AssessorVersion, String> ROOTS =
            Map.of(AssessorVersion.V1, "RlfUq0/MkCEcgqjasaHB2ugIEpU8KG/e5/buyzWDbtE=");

    @ParameterizedTest
    @EnumSource
    void whatAnAssessorOnceDecidedIsDecidedAgainToTheByte(AssessorVersion version)
            throws IOException, InterruptedException {
        var log = GoldenLog.read(version.word());

        assertThat(log.root()).isEqualTo(ROOTS.get(version));
        assertThat(log.decidedAgain()).isEmpty();
        var codec = new LogCodec(new CatalogCodec());
        assertThat(log.of(RewardDomain.SERVICE)
                        .map(e -> codec.decode(e.type(), e.revision(), e.data()))
                        .filter(EntitlementAssessed.class::isInstance)
                        .map(EntitlementAssessed.class::cast)
                        .filter(e -> e.assessor().equals(version.word())))
                .hasSizeGreaterThan(20);
    }

    @Test
    void anAmountOfTheGoldenLogThatIsOneFenMoreIsNamed() throws IOException, InterruptedException {
        var log = GoldenLog.read("v1");
        var entry = log.of(RewardDomain.SERVICE)
                .filter(e -> e.type().endsWith(".entitlement-approved"))
                .findFirst()
                .orElseThrow();
        var changed = new GoldenLog(log.events().stream()
                .map(e -> e.id().equals(entry.id()) ? PlayedLog.retold(e, "\"amountFen\":", "\"amountFen\":1") : e)
                .toList());

        assertThat(changed.decidedAgain())
                .singleElement()
                .satisfies(d -> assertThat(d.what()).isEqualTo("event " + entry.index() + " data"));
    }

    /** Once for each assessor, when it is new: {@code mvn test -Dtest=GoldenLogTest -Dgolden.log.write=v2}. */
    @Test
    @EnabledIfSystemProperty(named = "golden.log.write", matches = "v[0-9]+")
    void aNewAssessorGetsItsLog() throws IOException {
        var file = GoldenLog.file(System.getProperty("golden.log.write"));
        assertThat(file).as("what is written is never written again").doesNotExist();
        var story = LivedYears.of(20_171_231);

        var events =
                Stream.concat(story.events().stream().map(recorded -> recorded.envelope()), story.published().stream());

        Files.write(file, events.map(GoldenLog::line).toList());
        System.out.println("the root of " + file + " is "
                + GoldenLog.read(System.getProperty("golden.log.write")).root());
    }
}
