package org.gongxue.story;

import java.util.List;

/**
 * How many of a university's learners stand where.
 *
 * @param graduated with a confirmed diploma
 * @param studying neither graduated nor withdrawn
 * @param withdrawn 退学
 */
record States(long graduated, long studying, long withdrawn) {

    /** Counts the learners of 西北工业大学 as its registrar sees them. */
    static States ofNorthwestern(House house) {
        List<String> states = house
                .as(Staff.REGISTRAR)
                .readAll(Paths.ENROLLMENT + "enrollments?university=" + University.NORTHWESTERN.code())
                .stream()
                .map(e -> e.path("state").asText())
                .toList();
        return new States(count(states, "graduated"), count(states, "studying"), count(states, "withdrawn"));
    }

    private static long count(List<String> states, String state) {
        return states.stream().filter(state::equals).count();
    }

    @Override
    public String toString() {
        return graduated + " + " + studying + " + " + withdrawn;
    }
}
