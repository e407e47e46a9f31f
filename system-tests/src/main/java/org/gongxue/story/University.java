package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A partner university with the one program it offers in the story.
 *
 * @param code its five-digit school code, which is also its id
 * @param name its name
 * @param major the program's major
 */
record University(String code, String name, String major) {

    static final University NORTHWESTERN = new University("10699", "西北工业大学", "机械设计制造及自动化");
    static final University GEOSCIENCES = new University("10491", "中国地质大学", "土木工程");
    static final University JIAOTONG = new University("10613", "西南交通大学", "城市轨道交通运营管理");
    static final University AGRICULTURAL = new University("10019", "中国农业大学", "行政管理");
    static final List<University> ALL = List.of(NORTHWESTERN, GEOSCIENCES, JIAOTONG, AGRICULTURAL);

    static final int REQUIRED_CREDITS = 80;
    static final long TUITION_FEN = 800_000;
    /** Courses that only the university teaches. */
    static final int OWN_COURSES = 18;
    /** Credits of each of these. */
    static final int OWN_COURSE_CREDITS = 4;
    /** Courses that a skill certificate can replace, with their credits: together 8. */
    static final List<Course> REPLACEABLE = List.of(
            new Course("C19", "电工技能实训（样例）", 3), new Course("C20", "电气设备维修（样例）", 3), new Course("C21", "安全用电（样例）", 2));

    /** A course of a program. */
    record Course(String code, String name, int credits) {

        JsonNode json() {
            return Json.object("code", code, "name", name, "credits", credits);
        }
    }

    String programId() {
        return "p-" + code;
    }

    /** The registrar who makes. */
    String registrar() {
        return "registrar-" + code + "-a";
    }

    /** All courses of the program: 18 × 4 + 8 = 80 credits. */
    static List<Course> courses() {
        List<Course> courses = new ArrayList<>();
        for (int i = 1; i <= OWN_COURSES; i++) {
            courses.add(new Course(
                    String.format(Locale.ROOT, "C%02d", i),
                    String.format(Locale.ROOT, "专业课程%02d（样例）", i),
                    OWN_COURSE_CREDITS));
        }
        courses.addAll(REPLACEABLE);
        return courses;
    }

    /** The body that registers this university. */
    JsonNode registration() {
        return Json.object("schoolCode", code, "name", name);
    }

    /** The body that publishes its program. */
    JsonNode program() {
        return Json.object(
                "programId",
                programId(),
                "universityId",
                code,
                "level",
                "ASSOCIATE",
                "major",
                major,
                "entryLevel",
                "SENIOR_SECONDARY",
                "requiredCredits",
                REQUIRED_CREDITS,
                "tuitionFen",
                TUITION_FEN,
                "courses",
                courses().stream().map(Course::json).toList());
    }
}
