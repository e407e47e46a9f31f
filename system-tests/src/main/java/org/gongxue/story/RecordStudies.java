package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongxue.story.University.Course;
import org.gongxue.story.Worker.Part;

/**
 * Act 2, second half: what 西北工业大学 reports of its 340 until the summer of 2017: tuition with 减免 for seven, twelve
 * withdrawals (退学), course results.
 */
final class RecordStudies {

    private static final LocalDate TUITION_PAID_ON = LocalDate.of(2015, 9, 1);
    private static final LocalDate WITHDRAWN_ON = LocalDate.of(2016, 9, 1);
    private static final LocalDate TERM_ENDS_ON = LocalDate.of(2017, 6, 30);
    private static final long REDUCTION_FEN = 120_000;
    private static final List<String> TERMS = List.of("2015-2016-1", "2015-2016-2", "2016-2017-1", "2016-2017-2");
    /** Courses passed by those who go on studying, unless the story says otherwise: 15 × 4 = 60 credits. */
    private static final int STUDYING_COURSES = 15;
    /** Courses passed before withdrawing. */
    private static final int WITHDRAWN_COURSES = 3;

    private final House house;
    private final Checks checks;
    private final Cast cast;

    RecordStudies(House house, Checks checks, Cast cast) {
        this.house = house;
        this.checks = checks;
        this.cast = cast;
    }

    void play() {
        var registrar = house.as(Staff.REGISTRAR);
        house.openDay(TUITION_PAID_ON);
        registrar.batchAccepted(
                Paths.ENROLLMENT + "tuition-receipts",
                cast.northwestern().stream().map(RecordStudies::receipt).toList());
        house.openDay(WITHDRAWN_ON);
        registrar.batchAccepted(
                Paths.ENROLLMENT + "withdrawals",
                cast.of(Part.WITHDRAWN).stream()
                        .map(w -> Json.object(
                                "studentNumber", w.studentNumber(), "on", WITHDRAWN_ON, "reasonCode", "PERSONAL"))
                        .toList());
        house.openDay(TERM_ENDS_ON);
        registrar.batchAccepted(Paths.ENROLLMENT + "course-results", results());
        check();
    }

    private static JsonNode receipt(Worker worker) {
        long waived = Cast.REDUCED.contains(worker.number()) ? REDUCTION_FEN : 0;
        return Json.object(
                "studentNumber",
                worker.studentNumber(),
                "receiptNumber",
                "样例票" + worker.studentNumber(),
                "dueFen",
                University.TUITION_FEN,
                "waivedFen",
                waived,
                "paidFen",
                University.TUITION_FEN - waived,
                "refundedFen",
                0,
                "paidOn",
                TUITION_PAID_ON);
    }

    private List<JsonNode> results() {
        List<JsonNode> results = new ArrayList<>();
        for (Worker worker : cast.northwestern()) {
            for (Course course : passed(worker)) {
                results.add(Json.object(
                        "studentNumber", worker.studentNumber(),
                        "courseCode", course.code(),
                        "credits", course.credits(),
                        "score",
                                60
                                        + Math.floorMod(
                                                worker.number() * 31
                                                        + course.code().hashCode(),
                                                40),
                        "passed", true,
                        "term", TERMS.get(results.size() % TERMS.size())));
            }
        }
        return results;
    }

    /** The courses a worker passes at the university itself. */
    static List<Course> passed(Worker worker) {
        List<Course> all = University.courses();
        List<Course> ownOnly = all.subList(0, University.OWN_COURSES);
        return switch (worker.part()) {
            case GRADUATE -> Cast.CONVERTED.contains(worker.number()) ? ownOnly : all;
            case STUDYING ->
                switch (worker.number()) {
                    case Cast.REVOKED -> ownOnly;
                    case Cast.SHORT_OF_CREDITS -> all.subList(1, all.size());
                    default -> all.subList(0, STUDYING_COURSES);
                };
            case WITHDRAWN -> all.subList(0, WITHDRAWN_COURSES);
            case STUDENT_ELSEWHERE, WAITLISTED, BELOW_ENTRY, NOT_RECOMMENDED -> List.of();
        };
    }

    private void check() {
        var progress = Progress.mine(house, cast.worker(Cast.PLAIN_GRADUATE));
        checks.that("credits of a graduate to be", "80 of 80, 0 converted", progress);
        var two = Progress.mine(house, cast.worker(Cast.CONVERTED.getFirst()));
        checks.that("credits of a learner who lacks three courses", "72 of 80, 0 converted", two);
        long withdrawn = States.ofNorthwestern(house).withdrawn();
        checks.that("withdrawn from 西北工业大学", 12, withdrawn);
    }
}
