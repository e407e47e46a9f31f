package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The skill rewards as the reward service shows them. */
final class SkillEntitlements {

    private static final String PATH = Paths.REWARD + "entitlements";
    private static final String LIST = PATH + "?limit=500&policy=" + PolicyFiles.SKILL;

    private final House house;

    SkillEntitlements(House house) {
        this.house = house;
    }

    /** All in a state. */
    List<JsonNode> in(String state) {
        return house.as(Staff.AUDITOR).readAll(LIST + "&state=" + state);
    }

    /** All. */
    List<JsonNode> all() {
        return house.as(Staff.AUDITOR).readAll(LIST);
    }

    /** The one that was opened on an outcome, in a unit. */
    JsonNode of(String basis, Unit holder) {
        return house.as(Staff.AUDITOR).readAll(LIST + "&unit=" + holder.id()).stream()
                .filter(e -> e.path("basis").asText().equals(basis))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was opened on " + basis));
    }

    JsonNode read(String entitlementId) {
        return house.as(Staff.AUDITOR).read(PATH + "/" + entitlementId);
    }

    String state(String entitlementId) {
        return read(entitlementId).path("state").asText();
    }
}
