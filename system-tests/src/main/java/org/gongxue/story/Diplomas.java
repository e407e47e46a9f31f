package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The diplomas of 西北工业大学 for one class, as its two channels tell of them: rows of the 毕业名单 and CloudEvents.
 *
 * @param enrolledOn 入学日期
 * @param awardedOn 毕业日期
 */
record Diplomas(LocalDate enrolledOn, LocalDate awardedOn) {

    /** The columns of the 毕业名单. */
    static final List<String> HEADINGS =
            List.of("姓名", "证件号码", "学号", "层次", "专业", "入学日期", "毕业日期", "毕业证书编号", "应修学分", "已修学分", "备注");

    static final String STUDENT = "学号";
    static final String NUMBER = "毕业证书编号";
    static final String EARNED = "已修学分";

    /** The 18 digits of a worker's diploma. */
    String number(Worker worker) {
        return Synthetic.diplomaNumber(University.NORTHWESTERN.code(), awardedOn.getYear(), worker.number());
    }

    /** A worker's row in the file. */
    List<String> row(Worker worker) {
        return List.of(
                worker.name(),
                worker.idNumber(),
                worker.studentNumber(),
                "专科",
                University.NORTHWESTERN.major(),
                enrolledOn.toString(),
                awardedOn.toString(),
                number(worker),
                Integer.toString(University.REQUIRED_CREDITS),
                Integer.toString(University.REQUIRED_CREDITS),
                "");
    }

    /** A worker's row with another value in one column. */
    List<String> with(Worker worker, String heading, String value) {
        List<String> row = new ArrayList<>(row(worker));
        row.set(HEADINGS.indexOf(heading), value);
        return row;
    }

    /** A worker's graduation as the university's own system sends it, in a message with this id. */
    JsonNode message(Worker worker, String id) {
        return Json.object(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "/partners/" + University.NORTHWESTERN.code(),
                "type",
                "org.gongxue.partner.graduation.v1",
                "time",
                awardedOn + "T12:00:00+08:00",
                "datacontenttype",
                "application/json",
                "data",
                Json.object(
                        "studentNumber",
                        worker.studentNumber(),
                        "idNumber",
                        worker.idNumber(),
                        "name",
                        worker.name(),
                        "level",
                        "ASSOCIATE",
                        "major",
                        University.NORTHWESTERN.major(),
                        "enrolledOn",
                        enrolledOn,
                        "awardedOn",
                        awardedOn,
                        "diplomaNumber",
                        number(worker),
                        "requiredCredits",
                        University.REQUIRED_CREDITS,
                        "earnedCredits",
                        University.REQUIRED_CREDITS));
    }

    /** Pushes messages in one batch as the university's machine client, and gives the results. */
    static JsonNode push(House house, List<JsonNode> messages) {
        return house.as(Staff.PARTNER)
                .command(
                        Paths.ENROLLMENT + "graduations",
                        "application/cloudevents-batch+json",
                        Json.bytes(Json.MAPPER.createArrayNode().addAll(messages)))
                .path("results");
    }
}
