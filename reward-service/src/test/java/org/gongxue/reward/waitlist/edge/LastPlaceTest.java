package org.gongxue.reward.waitlist.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Projection;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.RewardHouse;
import org.gongxue.reward.audit.Verdict;
import org.gongxue.reward.fund.FundCommand.OpenFund;
import org.gongxue.reward.quota.QuotaCells;
import org.junit.jupiter.api.Test;

/**
 * Acceptance story 3 (invariant 5): 4,000 places of a year's group, 3,999 in use, 200 claims for the unit that holds the
 * last one. Exactly one gets it and 199 wait, numbered 1 to 199 in the order in which they came, with one instance of the
 * service, with two, and when one of two dies in the middle; and the log folds to what the tables say.
 *
 * <p>The 3,959 places of the other units are taken once. Each round has a unit of its own with one place, so that the last
 * round is the story to the number.
 */
@QuarkusTest
@QuarkusTestResource(RewardHouse.class)
class LastPlaceTest {

    private static final int ROUNDS = 20;
    private static final int CLAIMS = 200;
    private static final int PLACES = 4_000;
    private static final String OTHERS = "others";
    private static final int OTHER_PLACES = PLACES - 2 * ROUNDS - 1;

    @Inject
    @All
    List<Projection> projections;

    private int round;

    @Test
    void theLastPlaceIsGivenOnceAndTheOthersWaitInOrderWhateverInstancesThereAre()
            throws IOException, SQLException, InterruptedException {
        try (var city = new SkillCity(projections);
                var first = city.instance("first")) {
            city.stand(first, cells(), SkillCity.policy());
            city.workers(OTHERS, OTHER_PLACES);
            city.claims(OTHERS, OTHER_PLACES);
            city.heard(first);
            assertThat(used(city)).isEqualTo(OTHER_PLACES);
            for (var i = 0; i < ROUNDS; i++) {
                round(city, List.of(first));
            }
            try (var second = city.instance("second")) {
                for (var i = 0; i < ROUNDS; i++) {
                    round(city, List.of(first, second));
                }
                assertThat(used(city)).isEqualTo(PLACES - 1);
                oneDies(city, first, second);
                assertThat(used(city)).isEqualTo(PLACES);

                var replayed = city.replay(second);
                assertThat(replayed.differences()).isEmpty();
                assertThat(replayed.verdict()).isEqualTo(Verdict.IDENTICAL);
            }
        }
    }

    private static List<CellPlaces> cells() {
        var cells = new ArrayList<CellPlaces>();
        cells.add(new CellPlaces(OTHERS, SkillCity.GROUP, OTHER_PLACES));
        IntStream.rangeClosed(1, 2 * ROUNDS + 1)
                .forEach(i -> cells.add(new CellPlaces("unit-" + i, SkillCity.GROUP, 1)));
        return cells;
    }

    /** While the claims come, every instance also writes to the fund that all of them draw on. */
    private void round(SkillCity city, List<RewardInstance> instances) throws SQLException {
        round++;
        var unit = "unit-" + round;
        city.workers(unit, CLAIMS);
        city.heard(instances.getFirst());
        city.claims(unit, CLAIMS);
        var noise = new ArrayList<CompletableFuture<Outcome>>();
        while (city.unheard(instances.getFirst()) > 0) {
            instances.forEach(instance -> noise.add(refused(instance)));
            noise.getLast().join();
        }
        noise.forEach(CompletableFuture::join);
        assertOneHasThePlaceAndTheOthersWait(city, unit);
    }

    private void oneDies(SkillCity city, RewardInstance first, RewardInstance second) throws SQLException {
        round++;
        var unit = "unit-" + round;
        city.workers(unit, CLAIMS);
        city.heard(second);
        city.claims(unit, CLAIMS);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(1))
                .until(() -> city.unheard(second) < CLAIMS);
        first.kill();
        city.heard(second);
        assertOneHasThePlaceAndTheOthersWait(city, unit);
    }

    private static CompletableFuture<Outcome> refused(RewardInstance instance) {
        return instance.submit(SkillCity.MAKER, new OpenFund(SkillCity.FUND, "样例", 2017, "样例"));
    }

    private static void assertOneHasThePlaceAndTheOthersWait(SkillCity city, String unit) throws SQLException {
        var names = SkillCity.names(unit, CLAIMS);
        var standings = new ArrayList<String>();
        standings.add("L-" + names.getFirst() + " approved null");
        for (var i = 1; i < CLAIMS; i++) {
            standings.add("L-" + names.get(i) + " waitlisted " + i);
        }
        assertThat(standings(city, unit)).as(unit).containsExactlyElementsOf(standings);
        var cellId = QuotaCells.cellId(new QuotaCell(SkillCity.POLICY, 2017, unit, SkillCity.GROUP));
        assertThat(query(
                        city,
                        "SELECT used || '/' || places || ' ' || waitlist_last FROM quota_cell WHERE cell_id = ?",
                        cellId))
                .containsExactly("1/1 " + (CLAIMS - 1));
    }

    private static List<String> standings(SkillCity city, String unit) throws SQLException {
        return query(
                city,
                "SELECT concat_ws(' ', learner_id, state, coalesce(line_position::text, 'null')) FROM entitlement"
                        + " WHERE unit_id = ? ORDER BY opened_index",
                unit);
    }

    private static int used(SkillCity city) throws SQLException {
        return Integer.parseInt(query(city, "SELECT sum(used) FROM quota_cell WHERE policy_id = ?", SkillCity.POLICY)
                .getFirst());
    }

    private static List<String> query(SkillCity city, String sql, String value) throws SQLException {
        try (var connection = city.dataSource().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }
}
