package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three questions without signing in: can I get something, how much, is there a place. Nothing is kept of it. */
@ExtendWith(WithDemoRun.class)
class SelfCheckIT {

    private static final String PATH = Paths.REWARD + "self-check";
    private static final List<String> SERVICES = List.of("enrollment", "credit-bank", "reward");

    @Test
    void theQuestionsNameTheProgramsThatAreOpenAndTheUnits(DemoRun run) throws Exception {
        run.skills();
        JsonNode questions = Json.parse(send(HttpRequest.newBuilder(run.door().resolve(PATH + "/questions")))
                .body());
        assertThat(Json.list(questions.path("policies")))
                .anyMatch(policy -> policy.path("policyId").asText().equals(PolicyFiles.SKILL));
        assertThat(questions.path("units").size()).isGreaterThanOrEqualTo(58);
        assertThat(questions.path("levels")).isNotEmpty();
        assertThat(questions.path("heldBefore")).isNotEmpty();
    }

    @Test
    void aWorkerOfAMunicipalUnitReadsAmountAndPlaces(DemoRun run) throws Exception {
        run.skills();
        JsonNode result =
                ask(run, Json.object("memberUnitId", "municipal-30", "heldBefore", "INTERMEDIATE", "level", "SENIOR"));
        assertThat(result.path("result").asText()).isEqualTo("owed");
        assertThat(result.path("amountFen").asLong()).isEqualTo(200_000);
        assertThat(result.path("place").path("left").asInt()).isPositive();
        assertThat(result.path("place").path("outcome").asText()).isEqualTo("place");
    }

    @Test
    void aWorkerOfAStateOwnedFirmUnderADistrictReadsWhyNot(DemoRun run) throws Exception {
        run.skills();
        JsonNode result = ask(
                run,
                Json.object("memberUnitId", "370211", "ownership", "STATE", "heldBefore", "NONE", "level", "BEGINNER"));
        assertThat(result.path("result").asText()).isEqualTo("refused");
        assertThat(result.path("reasons").path(0).path("code").asText()).isEqualTo("UNIT_NOT_NONPUBLIC");
        assertThat(result.path("reasons").path(0).path("text").asText()).isNotBlank();
    }

    @Test
    void nothingIsKept(DemoRun run) throws Exception {
        run.skills();
        List<Long> before = indexes(run);
        ask(run, Json.object("memberUnitId", "municipal-30", "heldBefore", "NONE", "level", "BEGINNER"));
        assertThat(indexes(run)).isEqualTo(before);
    }

    private static List<Long> indexes(DemoRun run) {
        return SERVICES.stream()
                .map(service -> run.house().position(service).path("lastIndex").asLong())
                .toList();
    }

    /** What the policy of skill rewards answers to somebody who has not signed in. */
    private static JsonNode ask(DemoRun run, JsonNode answers) throws Exception {
        HttpResponse<byte[]> reply = send(HttpRequest.newBuilder(run.door().resolve(PATH))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(answers))));
        assertThat(reply.statusCode())
                .as(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return Json.list(Json.parse(reply.body()).path("results")).stream()
                .filter(result -> result.path("policyId").asText().equals(PolicyFiles.SKILL))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.header("Accept-Language", "zh-CN").build(), BodyHandlers.ofByteArray());
        }
    }
}
