package org.gongxue.creditbank.outcome.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.creditbank.CreditBankCity.API;
import static org.gongxue.creditbank.CreditBankCity.ISSUER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.gongxue.creditbank.CreditBankCity;
import org.gongxue.creditbank.CreditBankHouse;
import org.gongxue.eventlog.EventLog;
import org.gongxue.kit.door.Roles;
import org.gongxue.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

/**
 * Measures deposits over HTTP, officers handing them in by batches side by side: {@code mvn test -Dtest=DepositRate}.
 * With {@code -Dgongxue.measure.jfr=<file>} it also writes a flight recording of the last round.
 */
@QuarkusTest
@QuarkusTestResource(CreditBankHouse.class)
class DepositRate {

    private static final int LEARNERS = Integer.getInteger("gongxue.measure.learners", 11_400);
    private static final int BATCH = Integer.getInteger("gongxue.measure.batch", 200);
    private static final int CALLERS = 8;
    private static final int ROUNDS = 3;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String token = Tokens.of("officer-qd", Roles.UNION_OFFICER);

    @Inject
    DataSource dataSource;

    @Inject
    EventLog<Object> log;

    @Test
    void deposits() throws Exception {
        var city = CreditBankCity.standing(dataSource, log);
        var taken = Stopwatch.start();
        city.seen(city.registerMany("w", LEARNERS));
        taken.tell("learners taken in", LEARNERS);
        for (int round = 1; round <= ROUNDS; round++) {
            var bodies = bodies(round);
            var recording = round == ROUNDS ? recording() : null;
            var watch = Stopwatch.start();
            deposit(bodies);
            watch.tell("round " + round + ", deposits", LEARNERS);
            if (recording != null) {
                recording.stop();
            }
        }
        assertThat(recognized()).isEqualTo(ROUNDS * LEARNERS);
    }

    private record Stopwatch(long nanos, long cpuNanos) {

        private static Stopwatch start() {
            return new Stopwatch(System.nanoTime(), cpu());
        }

        private static long cpu() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }

        private void tell(String what, int count) {
            var seconds = (System.nanoTime() - nanos) / 1e9;
            System.out.printf(
                    "MEASURED %s: %d in %.2f s, %.0f/s, %.0f us of this process's processor time each%n",
                    what, count, seconds, count / seconds, (cpu() - cpuNanos) / 1e3 / count);
        }
    }

    private static Recording recording() throws IOException, ParseException {
        var file = System.getProperty("gongxue.measure.jfr");
        if (file == null) {
            return null;
        }
        var recording = new Recording(Configuration.getConfiguration("profile"));
        recording.enable("jdk.SocketRead").withThreshold(Duration.ZERO);
        recording.setDestination(Path.of(file));
        recording.start();
        return recording;
    }

    private void deposit(List<String> bodies) throws Exception {
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var answers = callers.invokeAll(bodies.stream()
                    .<Callable<String>>map(body -> () -> post(body))
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).doesNotContain("refused");
            }
        }
    }

    private String post(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + API + "outcomes/batch"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private List<String> bodies(int round) throws JsonProcessingException {
        var bodies = new ArrayList<String>();
        for (int from = 0; from < LEARNERS; from += BATCH) {
            var items = IntStream.range(from, Math.min(from + BATCH, LEARNERS))
                    .mapToObj(n -> item(round, n))
                    .toList();
            bodies.add(json.writeValueAsString(Map.of("items", items)));
        }
        return bodies;
    }

    private static Map<String, Object> item(int round, int n) {
        return CreditBankCity.depositBody("w" + n, "17%s%d%05d".formatted(ISSUER, 5 - round, n), LEVELS.get(round - 1));
    }

    private static final List<String> LEVELS = List.of("INTERMEDIATE", "SENIOR", "TECHNICIAN");

    private int recognized() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery("SELECT count(*) FROM learning_outcome WHERE state = 'RECOGNIZED'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
