package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A learner's progress to the degree, as the learner's own page shows it.
 *
 * @param counted credits that count
 * @param required credits that the program requires
 * @param converted those of the counted that come from converted outcomes
 */
record Progress(int counted, int required, int converted) {

    /** Reads the progress of a worker who signs in. */
    static Progress mine(House house, Worker worker) {
        JsonNode enrollment = enrollment(house, worker);
        JsonNode progress = enrollment.has("progress") ? enrollment.path("progress") : enrollment;
        return new Progress(
                progress.path("counted").asInt(),
                progress.path("required").asInt(),
                progress.path("convertedCredits").asInt());
    }

    /** The only enrollment of a worker who signs in. */
    static JsonNode enrollment(House house, Worker worker) {
        return Json.list(house.as(worker.phone()).read(Paths.ENROLLMENT + "enrollments/mine"))
                .getFirst();
    }

    @Override
    public String toString() {
        return counted + " of " + required + ", " + converted + " converted";
    }
}
