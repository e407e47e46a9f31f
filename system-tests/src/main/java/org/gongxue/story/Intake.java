package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A window in which workers apply.
 *
 * @param id the intake's id
 * @param opensOn the first day
 * @param closesOn the last day
 * @param admitsOn the day on which the universities admit
 * @param places the places of each university's program
 */
record Intake(String id, LocalDate opensOn, LocalDate closesOn, LocalDate admitsOn, Map<University, Integer> places) {

    /** The intake of March 2015 with its 1,000 places. */
    static final Intake OF_2015 = new Intake(
            "intake-2015",
            LocalDate.of(2015, 3, 2),
            LocalDate.of(2015, 3, 31),
            LocalDate.of(2015, 4, 1),
            Map.of(
                    University.NORTHWESTERN, 340,
                    University.GEOSCIENCES, 220,
                    University.JIAOTONG, 240,
                    University.AGRICULTURAL, 200));

    /** All programs' places together. */
    int quota() {
        return places.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The places of a university's program; 0 when it takes no part. */
    int placesAt(University university) {
        return places.getOrDefault(university, 0);
    }

    /** The body that opens it. */
    JsonNode opening() {
        List<JsonNode> programs = University.ALL.stream()
                .filter(places::containsKey)
                .<JsonNode>map(u -> Json.object("programId", u.programId(), "places", places.get(u)))
                .toList();
        return Json.object(
                "intakeId", id,
                "year", opensOn.getYear(),
                "opensOn", opensOn,
                "closesOn", closesOn,
                "quota", quota(),
                "places", programs);
    }
}
