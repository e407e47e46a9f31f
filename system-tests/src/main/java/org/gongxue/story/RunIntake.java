package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongxue.story.Worker.Part;

/**
 * Act 2, first half: the intake of March 2015. Twenty workers sign in and apply themselves, officers act for the others;
 * recommendation, review, the places and the waitlist; the window closes; the universities admit.
 */
final class RunIntake {

    private final House house;
    private final Checks checks;
    private final Cast cast;
    private final Intake intake;
    private final Map<Integer, String> learnerIds = new ConcurrentHashMap<>();
    private final Map<Integer, String> applicationIds = new ConcurrentHashMap<>();

    RunIntake(House house, Checks checks, Cast cast, Intake intake) {
        this.house = house;
        this.checks = checks;
        this.cast = cast;
        this.intake = intake;
    }

    Cohort play() {
        house.as(Staff.ADMINISTRATOR).command(Paths.ENROLLMENT + "intakes", intake.opening(University.ALL));
        register();
        apply(cast.workers(), applicationIds);
        apply(cast.numbered(Cast.TWICE), new ConcurrentHashMap<>());
        List<Worker> admitted = cast.workers().stream().filter(Worker::admitted).toList();
        List<Worker> waitlisted = cast.of(Part.WAITLISTED);
        recommend(admitted);
        recommend(waitlisted);
        review(admitted);
        review(waitlisted);
        house.openDay(intake.admitsOn());
        admit(admitted);
        check();
        return new Cohort(cast, Map.copyOf(learnerIds));
    }

    private void register() {
        String path = Paths.ENROLLMENT + "learners";
        house.each(signingIn(cast.workers()), worker -> {
            JsonNode learner = house.as(worker.phone()).command(path, worker.registration());
            learnerIds.put(worker.number(), learner.path("learnerId").asText());
        });
        byOfficer(acted(cast.workers()), worker -> worker.seat().recommender(), (officer, workers) -> {
            var bodies = workers.stream().map(Worker::registration).toList();
            note(workers, house.as(officer).batchAccepted(path + "/batch", bodies), learnerIds);
        });
    }

    private void apply(List<Worker> applicants, Map<Integer, String> ids) {
        String path = Paths.ENROLLMENT + "applications";
        house.each(signingIn(applicants), worker -> {
            JsonNode answer =
                    house.as(worker.phone()).attempt(path, application(worker)).json();
            ids.put(worker.number(), answer.path("applicationId").asText());
        });
        byOfficer(acted(applicants), worker -> worker.seat().recommender(), (officer, workers) -> {
            var bodies = workers.stream().map(this::application).toList();
            var results = house.as(officer).batch(path + "/batch", bodies);
            note(workers, results.stream().map(r -> r.path("id").asText()).toList(), ids);
        });
    }

    /** The body of an application; who signs in applies for the own person and needs not be named. */
    private JsonNode application(Worker worker) {
        return Json.object(
                "learnerId", worker.signsIn() ? null : learnerIds.get(worker.number()),
                "intakeId", intake.id(),
                "programId", worker.university().programId());
    }

    private void recommend(List<Worker> applicants) {
        byOfficer(
                applicants,
                worker -> worker.seat().recommender(),
                (officer, workers) -> house.as(officer)
                        .batchAccepted(
                                Paths.ENROLLMENT + "applications/recommendations",
                                workers.stream()
                                        .map(w -> Json.object("applicationId", applicationIds.get(w.number())))
                                        .toList()));
    }

    private void review(List<Worker> applicants) {
        byOfficer(
                applicants,
                worker -> worker.seat().reviewer(),
                (officer, workers) -> house.as(officer)
                        .batchAccepted(
                                Paths.ENROLLMENT + "applications/reviews",
                                workers.stream()
                                        .map(w -> Json.object(
                                                "applicationId", applicationIds.get(w.number()), "approve", true))
                                        .toList()));
    }

    private void admit(List<Worker> admitted) {
        byOfficer(
                admitted,
                worker -> worker.university().registrar(),
                (registrar, workers) -> house.as(registrar)
                        .batchAccepted(
                                Paths.ENROLLMENT + "admissions",
                                workers.stream()
                                        .map(w -> Json.object(
                                                "applicationId", applicationIds.get(w.number()),
                                                "studentNumber", w.studentNumber(),
                                                "enrolledOn", intake.admitsOn()))
                                        .toList()));
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
            long enrolled = house.as(university.registrar())
                    .readAll(Paths.ENROLLMENT + "enrollments?university=" + university.code())
                    .size();
            checks.that("enrolled at " + university.code(), university.places(), enrolled);
        }
    }

    private static void note(List<Worker> workers, List<String> ids, Map<Integer, String> into) {
        for (int i = 0; i < workers.size(); i++) {
            into.put(workers.get(i).number(), ids.get(i));
        }
    }

    private static List<Worker> signingIn(List<Worker> workers) {
        return workers.stream().filter(Worker::signsIn).toList();
    }

    private static List<Worker> acted(List<Worker> workers) {
        return workers.stream().filter(w -> !w.signsIn()).toList();
    }

    /** Lets each officer act for the workers of the own places, side by side. */
    private void byOfficer(
            List<Worker> workers, Function<Worker, String> officer, BiConsumer<String, List<Worker>> step) {
        Map<String, List<Worker>> byOfficer =
                workers.stream().collect(Collectors.groupingBy(officer, TreeMap::new, Collectors.toList()));
        house.each(byOfficer.entrySet(), entry -> step.accept(entry.getKey(), entry.getValue()));
    }
}
