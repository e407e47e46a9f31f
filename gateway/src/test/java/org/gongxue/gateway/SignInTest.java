package org.gongxue.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(IdentityProvider.class)
@QuarkusTestResource(ServiceBehind.class)
class SignInTest {

    IdentityProvider identityProvider;

    private final CookieFilter cookies = new CookieFilter();

    @Test
    void signing_in_leads_to_the_page_asked_for_with_a_cookie_no_script_can_read() {
        Response back = signIn();
        assertThat(back.getHeaders().getValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("q_session"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HTTPOnly").contains("SameSite=Lax"));
        browser()
                .get("/api/session")
                .then()
                .body("signedIn", equalTo(true))
                .body("username", equalTo(IdentityProvider.LEARNER))
                .body("displayName", equalTo("王师傅（样例）"))
                .body("roles", hasItems("learner"));
    }

    @Test
    void the_session_calls_services_with_the_access_token() {
        signIn();
        browser()
                .get("/api/enrollment/echo")
                .then()
                .statusCode(201)
                .body("headers.Authorization", startsWith("Bearer ey"));
    }

    @Test
    void a_token_about_to_end_is_replaced_while_the_session_goes_on() {
        identityProvider.setFirstLife(Duration.ofSeconds(30));
        int before = identityProvider.refreshes();
        signIn();
        identityProvider.setFirstLife(Duration.ofMinutes(30));
        browser().get("/api/enrollment/echo").then().statusCode(201);
        browser().get("/api/enrollment/echo").then().statusCode(201);
        assertThat(identityProvider.refreshes()).isEqualTo(before + 1);
    }

    @Test
    void a_change_by_cookie_needs_the_header_of_our_own_page() {
        signIn();
        browser()
                .post("/api/enrollment/echo")
                .then()
                .statusCode(403)
                .body("code", equalTo("OWN_PAGE_HEADER_MISSING"))
                .body("field", equalTo("X-Requested-With"))
                .body("needed", equalTo("gongxue"));
        browser()
                .header("X-Requested-With", "XMLHttpRequest")
                .delete("/api/enrollment/echo")
                .then()
                .statusCode(403);
        browser()
                .header("X-Requested-With", "gongxue")
                .post("/api/enrollment/echo")
                .then()
                .statusCode(201);
    }

    @Test
    void a_damaged_session_is_nobody_to_the_api_and_signs_in_anew_at_the_door() {
        given().cookie("q_session", "not-a-session")
                .get("/api/enrollment/echo")
                .then()
                .statusCode(401)
                .body("code", equalTo("SIGN_IN_NEEDED"));
        given().cookie("q_session", "not-a-session").get("/api/session").then().body("signedIn", equalTo(false));
        given().redirects()
                .follow(false)
                .cookie("q_session", "not-a-session")
                .get("/login?to=/me")
                .then()
                .statusCode(302)
                .header("Location", startsWith(identityProvider.issuer() + "/authorize"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "me",
                "/me\n",
                "/logout",
                "/login?to=/me"
            })
    void a_return_to_another_place_is_refused_before_sign_in(String to) {
        given().redirects()
                .follow(false)
                .queryParam("to", to)
                .get("/login")
                .then()
                .statusCode(400)
                .body("code", equalTo("RETURN_ADDRESS_REFUSED"))
                .body("field", equalTo("to"));
    }

    @Test
    void a_stranger_who_shows_up_at_the_callback_sees_a_page_that_says_so() {
        given().redirects()
                .follow(false)
                .get("/signed-in?code=stolen&state=unknown")
                .then()
                .statusCode(302)
                .header("Location", "/sign-in-failed");
    }

    @Test
    void signing_out_ends_the_session_here_and_at_the_identity_provider() {
        signIn();
        browser()
                .get("/logout")
                .then()
                .statusCode(302)
                .header("Location", startsWith(identityProvider.issuer() + "/end-session"))
                .header("Location", containsString("post_logout_redirect_uri"));
        browser().get("/api/session").then().body("signedIn", equalTo(false));
        given().redirects().follow(false).get("/logout").then().statusCode(302).header("Location", "/");
    }

    private Response signIn() {
        String authorize = browser()
                .get("/login?to=/me?tab=1")
                .then()
                .statusCode(302)
                .header("Location", startsWith(identityProvider.issuer() + "/authorize"))
                .header("Location", containsString("code_challenge_method=S256"))
                .extract()
                .header("Location");
        String callback = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(authorize)
                .getHeader("Location");
        assertThat(callback).contains("/signed-in?code=");
        Response back = browser().urlEncodingEnabled(false).get(callback);
        assertThat(back.statusCode()).isEqualTo(302);
        browser()
                .urlEncodingEnabled(false)
                .get(back.getHeader("Location"))
                .then()
                .statusCode(302)
                .header("Location", "/me?tab=1");
        return back;
    }

    private RequestSpecification browser() {
        return given().filter(cookies).redirects().follow(false);
    }
}
