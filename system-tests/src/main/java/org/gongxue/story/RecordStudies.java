package org.gongxue.story;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var desk = new StudyDesk(house);
        Map<Worker, Long> waived = new LinkedHashMap<>();
        Map<Worker, List<Course>> passed = new LinkedHashMap<>();
        for (Worker worker : cast.northwestern()) {
            waived.put(worker, Cast.REDUCED.contains(worker.number()) ? REDUCTION_FEN : 0);
            passed.put(worker, passed(worker));
        }
        house.openDay(TUITION_PAID_ON);
        desk.receiveTuition(waived, TUITION_PAID_ON);
        house.openDay(WITHDRAWN_ON);
        List<Worker> leaving = cast.of(Part.WITHDRAWN);
        desk.recordResults(only(passed, leaving));
        desk.withdraw(leaving, WITHDRAWN_ON);
        house.openDay(TERM_ENDS_ON);
        desk.recordResults(only(passed, cast.of(Part.GRADUATE, Part.STUDYING)));
        check();
    }

    private static Map<Worker, List<Course>> only(Map<Worker, List<Course>> passed, List<Worker> workers) {
        Map<Worker, List<Course>> some = new LinkedHashMap<>(passed);
        some.keySet().retainAll(workers);
        return some;
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

    private void check() {
        checks.that(
                "credits of a graduate to be",
                "80 of 80, 0 converted",
                Progress.mine(house, cast.worker(Cast.PLAIN_GRADUATE)));
        checks.that(
                "credits of a learner who lacks three courses",
                "72 of 80, 0 converted",
                Progress.mine(house, cast.worker(Cast.CONVERTED.getFirst())));
        checks.that("withdrawn from 西北工业大学", 12, States.ofNorthwestern(house).withdrawn());
    }
}
