package org.gongxue.story;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.story.University.Course;
import org.gongxue.story.Worker.Part;

/**
 * What 西北工业大学 reports of its 340 until the summer of 2017: tuition with 减免 for seven, twelve withdrawals (退学),
 * course results.
 */
final class RecordStudies {

    private static final LocalDate TUITION_PAID_ON = LocalDate.of(2015, 9, 1);
    private static final LocalDate WITHDRAWN_ON = LocalDate.of(2016, 9, 1);
    private static final LocalDate TERM_ENDS_ON = LocalDate.of(2017, 6, 30);
    private static final long REDUCTION_FEN = 120_000;
    /** Courses passed by those who go on studying, unless the story says otherwise: 15 × 4 = 60 credits. */
    private static final int STUDYING_COURSES = 15;
    /** Courses passed before withdrawing. */
    private static final int WITHDRAWN_COURSES = 3;

    private final House house;
    private final Cast cast;

    RecordStudies(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
    }

    /** Autumn 2015: everyone has paid. */
    void payTuition() {
        Map<Worker, Long> waived = new LinkedHashMap<>();
        for (Worker worker : cast.northwestern()) {
            waived.put(worker, Cast.REDUCED.contains(worker.number()) ? REDUCTION_FEN : 0);
        }
        house.openDay(TUITION_PAID_ON);
        new StudyDesk(house).receiveTuition(waived, TUITION_PAID_ON);
    }

    /** Autumn 2016: twelve leave, with the little they passed. */
    void withdraw(Checks checks) {
        var desk = new StudyDesk(house);
        house.openDay(WITHDRAWN_ON);
        List<Worker> leaving = cast.of(Part.WITHDRAWN);
        desk.recordResults(passed(leaving));
        desk.withdraw(leaving, WITHDRAWN_ON);
        checks.that("withdrawn from 西北工业大学", 12, States.ofNorthwestern(house).withdrawn());
    }

    /** Summer 2017: the results of the others. */
    void finishTerm(Checks checks) {
        house.openDay(TERM_ENDS_ON);
        new StudyDesk(house).recordResults(passed(cast.of(Part.GRADUATE, Part.STUDYING)));
        checks.that(
                "credits of a graduate to be",
                "80 of 80, 0 converted",
                Progress.mine(house, cast.worker(Cast.PLAIN_GRADUATE)));
        checks.that(
                "credits of a learner who lacks three courses",
                "72 of 80, 0 converted",
                Progress.mine(house, cast.worker(Cast.CONVERTED.getFirst())));
    }

    private static Map<Worker, List<Course>> passed(List<Worker> workers) {
        Map<Worker, List<Course>> passed = new LinkedHashMap<>();
        workers.forEach(worker -> passed.put(worker, passed(worker)));
        return passed;
    }

    /** The courses a worker passes at the university itself. */
    private static List<Course> passed(Worker worker) {
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
}
