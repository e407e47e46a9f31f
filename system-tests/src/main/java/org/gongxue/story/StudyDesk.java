package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongxue.story.University.Course;

/** What the registrar of 西北工业大学 reports between admission and graduation. */
final class StudyDesk {

    private static final List<String> TERMS = List.of("2015-2016-1", "2015-2016-2", "2016-2017-1", "2016-2017-2");
    private static final int PASS_MARK = 60;

    private final Person registrar;

    StudyDesk(House house) {
        this.registrar = house.as(Staff.REGISTRAR);
    }

    /** A tuition receipt for each worker, with the part that was waived (减免), in fen. */
    void receiveTuition(Map<Worker, Long> waivedFen, LocalDate paidOn) {
        List<JsonNode> receipts = new ArrayList<>();
        waivedFen.forEach((worker, waived) -> receipts.add(Json.object(
                "studentNumber",
                worker.studentNumber(),
                "receiptNumber",
                "YL-" + worker.studentNumber(),
                "dueFen",
                University.TUITION_FEN,
                "waivedFen",
                waived,
                "paidFen",
                University.TUITION_FEN - waived,
                "refundedFen",
                0,
                "paidOn",
                paidOn)));
        registrar.batchAccepted(Paths.ENROLLMENT + "tuition-receipts", receipts);
    }

    /** 退学. */
    void withdraw(List<Worker> workers, LocalDate on) {
        registrar.batchAccepted(
                Paths.ENROLLMENT + "withdrawals",
                workers.stream()
                        .map(w -> Json.object("studentNumber", w.studentNumber(), "on", on, "reasonCode", "PERSONAL"))
                        .toList());
    }

    /** The courses that each worker passed, spread over the terms. */
    void recordResults(Map<Worker, List<Course>> passed) {
        List<JsonNode> results = new ArrayList<>();
        passed.forEach((worker, courses) -> courses.forEach(course -> results.add(Json.object(
                "studentNumber", worker.studentNumber(),
                "courseCode", course.code(),
                "credits", course.credits(),
                "score", PASS_MARK + worker.number() % (100 - PASS_MARK),
                "passed", true,
                "term", TERMS.get(results.size() % TERMS.size())))));
        registrar.batchAccepted(Paths.ENROLLMENT + "course-results", results);
    }
}
