package org.gongxue.eventlog.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongxue.eventlog.LogConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Invariant 2 when a publisher stands still, is taken for dead, and moves again after another has taken its place: as a
 * process that is stopped in the middle of a transaction and continued.
 */
@Timeout(600)
class StoppedPublisherTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SECOND_DEEDS = 1_000_000;
    private static final int ANSWERS = 300;

    private final House house = House.running();
    private final Services services = house.services();

    @Test
    void aPublisherThatMovesAgainAfterItsSuccessorTookOverIsShutOutAndStandsBy() {
        var firstCallers = new Load(new Random(1), 1);
        var secondCallers = new Load(new Random(2), SECOND_DEEDS);
        ServiceProcess first = start("first", Variant.SOUND, firstCallers);
        firstCallers.pourInto(first);
        awaitAnswers(firstCallers);
        ServiceProcess second = start("second", Variant.SOUND, secondCallers);
        try (firstCallers;
                secondCallers) {
            stopBetweenSendAndAck(first);
            firstCallers.goOnFor(0);
            secondCallers.pourInto(second);
            awaitAnswers(secondCallers);
            secondCallers.goOnFor(0);
            services.awaitRest(PATIENCE);
            first.signal(Signal.CONTINUE);
            goOnForAWhile(firstCallers);
            goOnForAWhile(secondCallers);
            services.awaitRest(PATIENCE);
            assertStandsBy(first);
            assertThat(Inspection.all(Remains.of(services, Map.of(), firstCallers, secondCallers)))
                    .isEmpty();
        } finally {
            kill(first);
            kill(second);
        }
    }

    @Test
    void publishersThatNobodyShutsOutAreCaught() {
        var callers = new Load(new Random(1), 1);
        ServiceProcess first = start("first", Variant.PUBLISHES_FROM_ITS_WATERMARK, callers);
        ServiceProcess second = start("second", Variant.PUBLISHES_FROM_ITS_WATERMARK, callers);
        try (callers) {
            callers.pourInto(first);
            await().atMost(PATIENCE)
                    .until(() -> Inspection.all(Remains.of(services, Map.of(), callers)).stream()
                            .anyMatch(wrong -> wrong.matches("partition \\d has index \\d+ after \\d+")));
        } finally {
            kill(first);
            kill(second);
        }
    }

    private ServiceProcess start(String name, Variant variant, Load callers) {
        return ServiceProcess.start(house.folder(), services.toy() + "-" + name, services, variant, callers::hear)
                .awaitReady();
    }

    private static void awaitAnswers(Load callers) {
        long count = callers.answers() + ANSWERS;
        await().atMost(PATIENCE).until(() -> callers.answers() >= count);
    }

    private static void goOnForAWhile(Load callers) {
        callers.goOn();
        awaitAnswers(callers);
        callers.goOnFor(0);
        await().atMost(PATIENCE).until(callers::isQuiet);
    }

    /** Until it stands where a record is on its way and unanswered. */
    private static void stopBetweenSendAndAck(ServiceProcess process) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> {
            Aim.SEND.await(process.marks(), PATIENCE);
            process.stop();
            boolean caught = process.marks().now().isBetweenSendAndAck();
            if (!caught) {
                process.signal(Signal.CONTINUE);
            }
            return caught;
        });
    }

    /** The lease is the second's, and the first notices that what it was about to publish was not its own any more. */
    private void assertStandsBy(ServiceProcess first) {
        await().atMost(PATIENCE)
                .until(() -> first.logged().contains("publishing " + services.toy() + " is interrupted"));
        for (String service : List.of(services.mint(), services.toy())) {
            assertThat(holders(service)).containsExactly(services.toy() + "-second");
        }
    }

    private List<String> holders(String service) {
        long lease = LogConfig.of(service).lockKey() + 1;
        try (Connection c = services.dataSource(service).getConnection()) {
            return Rows.texts(
                    c,
                    "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)"
                            + " WHERE locktype = 'advisory' AND datname = current_database() AND granted"
                            + " AND (classid::bigint << 32 | objid::bigint) = " + lease);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void kill(ServiceProcess process) {
        process.signal(Signal.KILL);
        process.awaitDeath();
    }
}
