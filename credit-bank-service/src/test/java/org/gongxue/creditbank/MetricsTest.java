package org.gongxue.creditbank;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.CreditBankCity.certificate;
import static org.gongxue.creditbank.CreditBankCity.deposit;
import static org.gongxue.creditbank.CreditBankCity.learner;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongxue.eventlog.EventLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator reads of a service is what its documentation says. */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class MetricsTest {

    private static final Path OPERATIONS = Path.of("../docs/runbooks/operations.md");
    private static final Path DASHBOARD = Path.of("../deploy/dashboards/log.json");
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (gongxue_\\S+) ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(gongxue_[a-z_]+)`");
    private static final Pattern NAME = Pattern.compile("gongxue_[a-z_]+");

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @BeforeEach
    void cityIsKnown() throws SQLException {
        CreditBankCity.standing(dataSource, log);
    }

    @Test
    void everyMetricIsDocumentedAndEveryDocumentedOneIsThere() throws IOException {
        assertThat(names(ROW, Files.readString(OPERATIONS))).isEqualTo(families());
    }

    @Test
    void theDashboardAsksForMetricsThatAreThere() throws IOException {
        var there = new TreeSet<String>();
        families().forEach(family -> {
            there.add(family);
            there.add(family + "_bucket");
            there.add(family + "_sum");
            there.add(family + "_count");
        });
        var asked = Pattern.compile(NAME.pattern())
                .matcher(Files.readString(DASHBOARD))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(8);
        assertThat(there).containsAll(asked);
    }

    @Test
    void theyFollowWhatHappens() {
        var before = value("gongxue_log_batch_requests_sum");
        deposit(learner("wang"), "me", certificate("17", 4), "INTERMEDIATE").statusCode(201);
        assertThat(value("gongxue_log_batch_requests_sum")).isGreaterThan(before);
        assertThat(value("gongxue_log_append_seconds_count")).isPositive();
        assertThat(value("gongxue_log_publisher_holder")).isEqualTo(1);
        assertThat(value("gongxue_log_append_stopped")).isZero();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(value("gongxue_log_last_index")).isEqualTo((double) log.lastIndex());
            assertThat(value("gongxue_log_published_index")).isEqualTo((double) log.lastIndex());
            assertThat(value("gongxue_log_publisher_lag_events")).isZero();
            assertThat(value("gongxue_log_inbox_lag_events{source=\"enrollment\"}"))
                    .isZero();
        });
    }

    @Test
    void readinessTellsHowFarBehindItIsAndDoesNotJudgeIt() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'log' }.data", hasKey("inboxLag.enrollment"))
                        .body("checks.find { it.name == 'log' }.data", hasKey("publisherLagSeconds")));
    }

    private static Set<String> families() {
        return names(FAMILY, metrics()).stream()
                .filter(name -> !name.endsWith("_max"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double value(String sample) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String metrics() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(",}", "}"); // a comma that the text format allows and that nobody expects
    }
}
