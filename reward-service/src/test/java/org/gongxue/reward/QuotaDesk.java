package org.gongxue.reward;

import static org.gongxue.reward.RewardCity.API;
import static org.gongxue.reward.RewardCity.admin;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** The desk at which places are allotted, over HTTP. */
final class QuotaDesk {

    static final int YEAR = RewardCity.TODAY.getYear();

    private QuotaDesk() {}

    /** A policy with places under its own name, funds and window of certificates. */
    static String policy(RewardCity city, String name, int issued) {
        var policy = "quota-" + name;
        city.publish(SkillStory.places()
                .replace(SkillStory.POLICY, policy)
                .replace("\"prefix\": \"skill\"", "\"prefix\": \"" + name + "-skill\"")
                .replace("\"prefix\": \"match\"", "\"prefix\": \"" + name + "-match\"")
                .replace("2017-01-01", issued + "-01-01")
                .replace("2020-12-31", issued + "-12-31"));
        return policy;
    }

    static Map<String, Object> cell(String unitId, String group, int places) {
        return Map.of("unitId", unitId, "group", group, "places", places);
    }

    static void allot(String policy, List<Map<String, Object>> cells) {
        var proposed = propose(admin("admin1"), policy, "CORRECTION", cells).statusCode(201);
        confirm(
                        admin("admin2"),
                        policy,
                        proposed.extract().<Integer>path("number"),
                        proposed.extract().path("digest"))
                .statusCode(200);
    }

    static ValidatableResponse propose(
            RequestSpecification who, String policy, String reason, List<Map<String, Object>> cells) {
        return who.body(Map.of("policyVersion", 1, "reasonCode", reason, "cells", cells))
                .post(API + "quotas/" + policy + "/" + YEAR + "/proposals")
                .then();
    }

    static ValidatableResponse confirm(RequestSpecification who, String policy, int number, String digest) {
        return who.body(Map.of("digest", digest))
                .post(API + "quotas/" + policy + "/" + YEAR + "/proposals/" + number + "/confirmation")
                .then();
    }

    static ValidatableResponse grid(RequestSpecification who, String policy) {
        return who.get(API + "quotas/" + policy + "/" + YEAR).then().statusCode(200);
    }
}
