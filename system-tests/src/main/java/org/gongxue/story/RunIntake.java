package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.gongxue.story.Worker.Part;

/**
 * The intake of March 2015. Twenty workers sign in and apply themselves, officers act for the others;
 * recommendation, review, the places and the waitlist; the window closes; the universities admit.
 */
final class RunIntake {

    private final House house;
    private final Checks checks;
    private final Cast cast;
    private final Intake intake;

    RunIntake(House house, Checks checks, Cast cast, Intake intake) {
        this.house = house;
        this.checks = checks;
        this.cast = cast;
        this.intake = intake;
    }

    Cohort play() {
        var desk = new IntakeDesk(house, intake);
        List<Worker> admitted = cast.workers().stream().filter(Worker::admitted).toList();
        List<Worker> waitlisted = cast.of(Part.WAITLISTED);
        desk.open();
        desk.register(cast.workers());
        desk.apply(cast.workers());
        desk.applyAgain(cast.numbered(Cast.TWICE));
        desk.recommend(admitted);
        desk.recommend(waitlisted);
        desk.approve(admitted);
        desk.approve(waitlisted);
        house.openDay(intake.admitsOn());
        desk.admit(admitted);
        check();
        return new Cohort(cast, desk.learnerIds());
    }

    private void check() {
        JsonNode summary = house.as(Staff.ADMINISTRATOR).read(Paths.ENROLLMENT + "intakes/" + intake.id() + "/summary");
        checks.that("applications", 1_060, summary.path("submitted").asInt());
        checks.that("admitted", intake.quota(), summary.path("admitted").asInt());
        checks.that("waitlisted", 30, summary.path("waitlisted").asInt());
        JsonNode refused = summary.path("refused");
        checks.that(
                "refused: schooling", 18, refused.path("EDUCATION_BELOW_ENTRY").asInt());
        checks.that(
                "refused: not recommended in time",
                9,
                refused.path("NOT_RECOMMENDED").asInt());
        checks.that("refused: applied before", 3, refused.path("DUPLICATE").asInt());
        for (University university : University.ALL) {
            int enrolled = house.as(university.registrar())
                    .readAll(Paths.ENROLLMENT + "enrollments?university=" + university.code())
                    .size();
            checks.that("enrolled at " + university.code(), intake.placesAt(university), enrolled);
        }
    }
}
