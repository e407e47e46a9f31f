package org.gongxue.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateLimitTest.ThreeCallsAMinute.class)
@QuarkusTestResource(IdentityProvider.class)
@QuarkusTestResource(ServiceBehind.class)
class RateLimitTest {

    public static class ThreeCallsAMinute implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gongxue.rate-limit", "3");
        }
    }

    IdentityProvider identityProvider;

    @Test
    void a_caller_beyond_the_limit_waits_and_nobody_else_does() {
        String busy = identityProvider.accessToken("busy", "finance");
        assertThat(IntStream.range(0, 3).mapToObj(_ -> call(busy)).map(Response::statusCode))
                .containsOnly(201);
        call(busy)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json")
                .body("code", equalTo("TOO_MANY_CALLS"));
        call(identityProvider.accessToken("calm", "finance")).then().statusCode(201);
    }

    private static Response call(String token) {
        return given().auth().oauth2(token).get("/api/enrollment/echo");
    }
}
