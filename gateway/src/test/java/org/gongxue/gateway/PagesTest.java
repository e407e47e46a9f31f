package org.gongxue.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(IdentityProvider.class)
@QuarkusTestResource(ServiceBehind.class)
class PagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/me",
                "/school",
                "/school/files/f-1",
                "/audit",
                "/admin/log",
                "/admin/log/reward/1",
                "/admin/parked",
                "/developers",
                "/no/such/page"
            })
    void every_page_is_the_portal_and_allows_no_inline_script(String path) {
        Response page = given().get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        String policy = page.getHeader("Content-Security-Policy");
        assertThat(policy)
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
        assertThat(nonce.find()).isTrue();
        assertThat(page.asString()).contains(nonce.group(1)).doesNotContain("__NONCE__");
        assertThat(page.getHeaders().getValues("Content-Security-Policy")).hasSize(1);
        assertThat(given().get(path).getHeader("Content-Security-Policy")).isNotEqualTo(policy);
    }

    @Test
    void every_answer_carries_the_security_headers() {
        for (String path : new String[] {"/", "/api/session", "/api/nothing", "/q/health/ready"}) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "same-origin")
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        }
    }

    @Test
    void an_asset_is_kept_for_a_year_and_compressed_and_a_missing_one_is_not_remembered() {
        Matcher script = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"")
                .matcher(given().get("/").asString());
        assertThat(script.find()).isTrue();
        given().header("Accept-Encoding", "gzip")
                .get(script.group(1))
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", containsString("max-age=31536000"))
                .header("Cache-Control", containsString("immutable"));
        given().get("/assets/gone-1234.js")
                .then()
                .statusCode(404)
                .header("Cache-Control", not(containsString("max-age")));
        given().get("/").then().header("Cache-Control", "no-store");
    }

    @Test
    void no_metrics_are_passed_on() {
        for (String path :
                new String[] {"/q/metrics", "/api/reward/../../q/metrics", "/api/reward/%2e%2e/%2e%2e/q/metrics"}) {
            assertThat(given().urlEncodingEnabled(false).get(path).asString())
                    .as(path)
                    .doesNotContain("gongxue_log_");
        }
        given().get("/q/metrics").then().statusCode(404);
    }

    @Test
    void the_gateway_says_when_it_is_ready() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
