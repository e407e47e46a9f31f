package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/**
 * A window in which workers apply.
 *
 * @param id the intake's id
 * @param opensOn the first day
 * @param closesOn the last day
 * @param quota its places, all programs together
 */
record Intake(String id, LocalDate opensOn, LocalDate closesOn, int quota) {

    /** The day on which the universities admit: the first after the window. */
    LocalDate admitsOn() {
        return closesOn.plusDays(1);
    }

    /** The body that opens it, with the places of each university's program. */
    JsonNode opening(List<University> universities) {
        return Json.object(
                "intakeId", id,
                "year", opensOn.getYear(),
                "opensOn", opensOn,
                "closesOn", closesOn,
                "quota", quota,
                "places",
                        universities.stream()
                                .map(u -> Json.object("programId", u.programId(), "places", u.places()))
                                .toList());
    }
}
