package org.gongxue.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IdentityProviderAwayTest.NobodyThere.class)
@QuarkusTestResource(value = ServiceBehind.class, restrictToAnnotatedClass = true)
class IdentityProviderAwayTest {

    public static class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url", "http://localhost:1",
                    "quarkus.oidc.credentials.secret", IdentityProvider.SECRET,
                    "quarkus.oidc.authentication.state-secret", IdentityProvider.SECRET,
                    "quarkus.oidc.token-state-manager.encryption-secret", IdentityProvider.SECRET,
                    "quarkus.oidc.connection-delay", "1S");
        }
    }

    @Test
    void without_an_identity_provider_calls_are_told_to_come_again_and_pages_still_open() {
        given().auth()
                .oauth2("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmVk")
                .get("/api/enrollment/echo")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("SERVICE_UNAVAILABLE"));
        given().get("/api/session").then().statusCode(200).body("signedIn", equalTo(false));
        given().redirects()
                .follow(false)
                .get("/login?to=/me")
                .then()
                .statusCode(302)
                .header("Location", "/sign-in-failed");
        given().get("/me").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
    }
}
