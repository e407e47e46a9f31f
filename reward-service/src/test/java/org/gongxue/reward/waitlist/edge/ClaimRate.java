package org.gongxue.reward.waitlist.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongxue.eventlog.Projection;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.RewardHouse;
import org.gongxue.reward.payment.PaymentCommand;
import org.gongxue.reward.payment.PaymentCommand.ApproveBatch;
import org.gongxue.reward.payment.PaymentCommand.BatchAnswer;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendedAnswer;
import org.gongxue.reward.payment.PaymentCommand.FreezeBatch;
import org.gongxue.reward.payment.PaymentCommand.OpenBatch;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;
import org.junit.jupiter.api.Test;

/**
 * Measures the reward service's part of the skill act: 11,400 recognised certificates through the inbox, and the payment of
 * 5,000 of them. {@code mvn test -Dtest=ClaimRate}
 */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class ClaimRate {

    private static final int UNITS = 57;
    private static final int CLAIMS_A_UNIT = 200;
    private static final int LINES = 5_000;

    @Inject
    @All
    List<Projection> projections;

    @Test
    void claimsAndPaymentsAtAKnownRate() throws SQLException {
        try (var city = new SkillCity(projections)) {
            var units =
                    IntStream.rangeClosed(1, UNITS).mapToObj(i -> "unit-" + i).toList();
            var cells = units.stream()
                    .map(unit -> new CellPlaces(unit, SkillCity.GROUP, CLAIMS_A_UNIT - 7))
                    .toList();
            try (var reward = city.instance("measured")) {
                city.stand(reward, cells, SkillCity.policy().replace("\"places\": 4000", "\"places\": 12000"));
                units.forEach(unit -> city.workers(unit, CLAIMS_A_UNIT));
                city.heard(reward);
            }
            units.forEach(unit -> city.claims(unit, CLAIMS_A_UNIT));
            try (var reward = city.instance("measured")) {
                claims(city, reward);
                payments(city, reward);
            }
        }
    }

    private static void claims(SkillCity city, RewardInstance reward) {
        var before = reward.log().lastIndex();
        var cpuBefore = cpuMillisByThread();
        var claims = UNITS * CLAIMS_A_UNIT;
        var started = Instant.now();
        city.heard(reward);
        var millis = Duration.between(started, Instant.now()).toMillis();
        System.out.printf(
                "MEASURED %,d claims in %,d ms: %,d/s, %,d events%n",
                claims, millis, claims * 1000L / millis, reward.log().lastIndex() - before);
        var cpu = cpuMillisByThread();
        cpuBefore.forEach((thread, spent) -> cpu.merge(thread, -spent, Long::sum));
        cpu.entrySet().stream()
                .filter(e -> e.getValue() >= 100)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> System.out.printf("MEASURED %,6d ms of CPU in %s%n", e.getValue(), e.getKey()));
    }

    private static Map<String, Long> cpuMillisByThread() {
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = new HashMap<String, Long>();
        Arrays.stream(threads.getAllThreadIds()).forEach(id -> {
            var info = threads.getThreadInfo(id);
            if (info != null) {
                cpu.merge(info.getThreadName(), threads.getThreadCpuTime(id) / 1_000_000, Long::sum);
            }
        });
        return cpu;
    }

    private static void payments(SkillCity city, RewardInstance reward) throws SQLException {
        var ready = approved(city);
        assertThat(ready).hasSize(LINES);
        var batch = reward.done(SkillCity.MAKER, new OpenBatch(SkillCity.FUND, "SKILL_REWARD"), BatchAnswer.class)
                .batchId();
        timed(
                "drafting",
                () -> chunks(ready).stream()
                        .map(chunk -> reward.submit(SkillCity.MAKER, new ExtendBatch(batch, chunk, false)))
                        .toList()
                        .forEach(outcome -> outcome.join().answerAs(ExtendedAnswer.class)));
        reward.done(SkillCity.MAKER, new FreezeBatch(batch), BatchAnswer.class);
        timed(
                "approving",
                () -> reward.done(SkillCity.CHECKER, new ApproveBatch(batch, null, null), BatchAnswer.class));
        var numbers = numbers(city, batch);
        timed(
                "settling",
                () -> chunks(ready).stream()
                        .map(chunk -> reward.submit(SkillCity.MAKER, new SettleResults(batch, rows(chunk, numbers))))
                        .toList()
                        .forEach(
                                outcome -> assertThat(outcome.join().accepted()).isTrue()));
        timed(
                "settling once more",
                () -> chunks(ready).stream()
                        .map(chunk -> reward.submit(SkillCity.MAKER, new SettleResults(batch, rows(chunk, numbers))))
                        .toList()
                        .forEach(
                                outcome -> assertThat(outcome.join().accepted()).isTrue()));
    }

    private static void timed(String what, Runnable work) {
        var started = Instant.now();
        work.run();
        System.out.printf(
                "MEASURED %s of %,d lines in %,d ms%n",
                what, LINES, Duration.between(started, Instant.now()).toMillis());
    }

    private static List<List<String>> chunks(List<String> ids) {
        var chunks = new ArrayList<List<String>>();
        for (var from = 0; from < ids.size(); from += PaymentCommand.ROWS_MAX) {
            chunks.add(ids.subList(from, Math.min(from + PaymentCommand.ROWS_MAX, ids.size())));
        }
        return chunks;
    }

    private static List<ResultRow> rows(List<String> ids, Map<String, String> numbers) {
        var at = BusinessCalendar.noon(SkillCity.TODAY);
        return ids.stream()
                .map(id -> new ResultRow(id, numbers.getOrDefault(id, ""), null, "B-" + id, at))
                .toList();
    }

    private static List<String> approved(SkillCity city) throws SQLException {
        try (var connection = city.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT entitlement_id FROM entitlement WHERE state = 'approved'"
                        + " ORDER BY opened_index LIMIT " + LINES)) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private static Map<String, String> numbers(SkillCity city, String batch) throws SQLException {
        try (var connection = city.dataSource().getConnection();
                var statement = connection.prepareStatement(
                        "SELECT entitlement_id, payment_number FROM payment_attempt WHERE batch_id = ?")) {
            statement.setString(1, batch);
            try (var rows = statement.executeQuery()) {
                var numbers = new HashMap<String, String>();
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getString(2));
                }
                return numbers;
            }
        }
    }
}
