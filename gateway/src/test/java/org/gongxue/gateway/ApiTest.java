package org.gongxue.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IdentityProvider.class)
@QuarkusTestResource(ServiceBehind.class)
class ApiTest {

    private static final int MEBIBYTE = 1 << 20;

    IdentityProvider identityProvider;
    ServiceBehind service;

    @TestHTTPResource("/api")
    URI api;

    @Test
    void a_call_without_a_token_is_answered_in_chinese_and_never_with_a_redirect() {
        given().redirects()
                .follow(false)
                .get("/api/enrollment/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("status", equalTo(401))
                .body("code", equalTo("SIGN_IN_NEEDED"))
                .body("title", equalTo("请先登录"))
                .body("correlation", notNullValue());
    }

    @Test
    void a_caller_who_prefers_english_reads_english() {
        given().header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.5")
                .get("/api/reward/entitlements/mine")
                .then()
                .statusCode(401)
                .body("title", equalTo("Please sign in"));
    }

    @Test
    void a_forged_token_is_nobody() {
        String forged = identityProvider.accessToken("auditor1", "auditor") + "x";
        given().auth()
                .oauth2(forged)
                .get("/api/enrollment/echo")
                .then()
                .statusCode(401)
                .body("code", equalTo("SIGN_IN_NEEDED"));
    }

    @Test
    void a_token_that_was_good_a_moment_ago_ends_when_it_ends() {
        String token = identityProvider.accessToken(Duration.ofSeconds(2), "finance2", "finance");
        given().auth().oauth2(token).get("/api/enrollment/echo").then().statusCode(201);
        given().auth().oauth2(token).get("/api/enrollment/echo").then().statusCode(201);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get("/api/enrollment/echo")
                        .then()
                        .statusCode(401));
    }

    @Test
    void a_signed_in_call_reaches_the_service_with_its_token_and_without_what_concerns_the_gateway_alone() {
        String token = identityProvider.accessToken("registrar-10699-a", "registrar");
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .header("X-Correlation-Id", "file-2017")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Connection", "X-Secret-Hop")
                .header("X-Secret-Hop", "1")
                .header("Idempotency-Key", "k-1")
                .cookie("q_session", "whatever")
                .body("{\"rows\":303}")
                .post("/api/enrollment/echo/a%20b?status=refused&cursor=%2F1")
                .then()
                .statusCode(201)
                .header("Log-Index", "enrollment=42")
                .header("X-Correlation-Id", "file-2017")
                .header("Set-Cookie", nullValue())
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/api/enrollment/echo/a%20b?status=refused&cursor=%2F1"))
                .body("bytes", equalTo(12))
                .body("headers.Authorization", equalTo("Bearer " + token))
                .body("headers.'Idempotency-key'", equalTo("k-1"))
                .body("headers.'X-correlation-id'", equalTo("file-2017"))
                .body("headers.'X-forwarded-for'", not(containsString("203.0.113.9")))
                .body("headers", not(hasKey("X-secret-hop")))
                .body("headers", not(hasKey("Cookie")));
    }

    @Test
    void a_refusal_of_the_service_comes_through_unchanged() {
        signedIn()
                .get("/api/enrollment/refused")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("CREDITS_SHORT"));
    }

    @Test
    void a_service_that_is_down_is_a_problem_with_a_time_to_try_again() {
        signedIn()
                .get("/api/credit-bank/accounts/mine")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json")
                .body("code", equalTo("SERVICE_UNAVAILABLE"));
    }

    @Test
    void a_large_file_passes() {
        signedIn()
                .body(new byte[20 * MEBIBYTE])
                .post("/api/enrollment/echo")
                .then()
                .statusCode(201)
                .body("bytes", equalTo(20 * MEBIBYTE));
    }

    @Test
    void an_upload_announced_as_too_large_is_refused_before_it_is_sent() throws Exception {
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.getOutputStream()
                    .write("""
                    POST /api/enrollment/echo HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Length: %d

                    """.formatted(identityProvider.accessToken("r", "registrar"), 64 * MEBIBYTE + 1)
                            .replace("\n", "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
        }
    }

    @Test
    void an_upload_that_hides_its_length_is_stopped_at_the_limit() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/api/enrollment/echo"))
                .header("Authorization", "Bearer " + identityProvider.accessToken("r", "registrar"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(66L * MEBIBYTE)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("BODY_TOO_LARGE");
        }
    }

    @Test
    void events_flow_while_the_service_is_still_sending() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/api/reward/progress"))
                .header("Authorization", "Bearer " + identityProvider.accessToken("auditor1", "auditor"))
                .header("Accept-Encoding", "gzip")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(response.headers().allValues("Content-Encoding")).doesNotContain("gzip");
            BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("data: {\"percent\":50}");
            service.sendSecondEvent();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: {\"percent\":100}");
        }
    }

    @Test
    void an_unknown_interface_is_a_problem_for_everyone() {
        given().get("/api/nothing/here").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        signedIn().get("/api/enrollments").then().statusCode(404).body("title", equalTo("没有这个接口"));
    }

    @Test
    void dots_in_a_path_do_not_lead_behind_the_door() {
        signedIn()
                .urlEncodingEnabled(false)
                .get("/api/enrollment/%2e%2e/%2e%2e/q/openapi")
                .then()
                .body(not(containsString("openapi: 3.1.0")));
    }

    @Test
    void the_self_check_is_open_to_everyone_and_tells_the_service_nobody() {
        given().body("{}")
                .contentType("application/json")
                .post("/api/reward/self-check")
                .then()
                .statusCode(201)
                .body("uri", equalTo("/api/reward/self-check"))
                .body("headers.Authorization", nullValue());
        signedIn()
                .get("/api/reward/self-check/questions")
                .then()
                .statusCode(201)
                .body("headers.Authorization", nullValue());
        given().get("/api/reward/self-check/%2e%2e/entitlements/mine").then().statusCode(401);
        given().get("/api/reward/self-checks").then().statusCode(401);
    }

    @Test
    void every_openapi_document_is_linked_and_open() {
        given().get("/api")
                .then()
                .statusCode(200)
                .body("documents.openapi", hasItems("/api/openapi/enrollment", "/api/openapi/reward"));
        given().get("/api/openapi/reward").then().statusCode(200).body(startsWith("openapi: 3.1.0"));
        given().get("/api/openapi/none").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void the_session_of_nobody_is_no_error() {
        given().get("/api/session").then().statusCode(200).body("signedIn", equalTo(false));
    }

    @Test
    void the_session_tells_a_token_holder_who_he_is() {
        signedIn()
                .get("/api/session")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("signedIn", equalTo(true))
                .body("subject", equalTo("sub-finance1"))
                .body("username", equalTo("finance1"))
                .body("displayName", equalTo("王师傅（样例）"))
                .body("roles", hasItems("finance"));
    }

    @Test
    void a_large_json_answer_is_compressed_for_those_who_ask() {
        signedIn()
                .header("Accept-Encoding", "gzip")
                .get("/api/enrollment/echo?pad=" + "a".repeat(2_000))
                .then()
                .header("Content-Encoding", "gzip")
                .body("uri", matchesPattern(".*a{2000}"));
    }

    private RequestSpecification signedIn() {
        return given().auth().oauth2(identityProvider.accessToken("finance1", "finance"));
    }

    /** So many zero bytes, and not one of them kept. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            left -= n;
            return n;
        }
    }
}
