package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everyone's part in an intake: workers who sign in register and apply themselves, officers act for the others,
 * recommend and review, registrars admit.
 */
final class IntakeDesk {

    private final House house;
    private final Intake intake;
    private final Map<Integer, String> learnerIds = new ConcurrentHashMap<>();
    private final Map<Integer, String> applicationIds = new ConcurrentHashMap<>();

    IntakeDesk(House house, Intake intake) {
        this.house = house;
        this.intake = intake;
    }

    /** The administrator opens the window. */
    void open() {
        house.as(Staff.ADMINISTRATOR).command(Paths.ENROLLMENT + "intakes", intake.opening());
    }

    /** Makes workers known as learners. */
    void register(List<Worker> workers) {
        String path = Paths.ENROLLMENT + "learners";
        house.each(signingIn(workers), worker -> {
            JsonNode learner = house.as(worker.phone()).command(path, worker.registration());
            learnerIds.put(worker.number(), learner.path("learnerId").asText());
        });
        house.eachOfficer(acted(workers), worker -> worker.seat().recommender(), (officer, people) -> {
            var bodies = people.stream().map(Worker::registration).toList();
            note(people, house.as(officer).batchAccepted(path + "/batch", bodies), learnerIds);
        });
    }

    /** Applies for workers who have not applied before. */
    void apply(List<Worker> workers) {
        apply(workers, applicationIds);
    }

    /** Applies once more for workers who have applied before. */
    void applyAgain(List<Worker> workers) {
        apply(workers, new ConcurrentHashMap<>());
    }

    private void apply(List<Worker> applicants, Map<Integer, String> ids) {
        String path = Paths.ENROLLMENT + "applications";
        house.each(signingIn(applicants), worker -> {
            JsonNode answer =
                    house.as(worker.phone()).attempt(path, application(worker)).json();
            ids.put(worker.number(), answer.path("applicationId").asText());
        });
        house.eachOfficer(acted(applicants), worker -> worker.seat().recommender(), (officer, people) -> {
            var bodies = people.stream().map(this::application).toList();
            var results = house.as(officer).batch(path + "/batch", bodies);
            note(people, results.stream().map(r -> r.path("id").asText()).toList(), ids);
        });
    }

    /** The body of an application; who signs in applies for the own person and needs not be named. */
    private JsonNode application(Worker worker) {
        return Json.object(
                "learnerId", worker.signsIn() ? null : learnerIds.get(worker.number()),
                "intakeId", intake.id(),
                "programId", worker.university().programId());
    }

    /** The officers of the workers' own units recommend. */
    void recommend(List<Worker> applicants) {
        house.eachOfficer(
                applicants,
                worker -> worker.seat().recommender(),
                (officer, people) -> house.as(officer)
                        .batchAccepted(
                                Paths.ENROLLMENT + "applications/recommendations",
                                people.stream()
                                        .map(w -> Json.object("applicationId", applicationIds.get(w.number())))
                                        .toList()));
    }

    /** The officers above approve: a place, or the waitlist where places are used up. */
    void approve(List<Worker> applicants) {
        house.eachOfficer(
                applicants,
                worker -> worker.seat().reviewer(),
                (officer, people) -> house.as(officer)
                        .batchAccepted(
                                Paths.ENROLLMENT + "applications/reviews",
                                people.stream()
                                        .map(w -> Json.object(
                                                "applicationId", applicationIds.get(w.number()), "approve", true))
                                        .toList()));
    }

    /** The universities admit on the intake's day of admission. */
    void admit(List<Worker> admitted) {
        house.eachOfficer(
                admitted,
                worker -> worker.university().registrar(),
                (registrar, people) -> house.as(registrar)
                        .batchAccepted(
                                Paths.ENROLLMENT + "admissions",
                                people.stream()
                                        .map(w -> Json.object(
                                                "applicationId", applicationIds.get(w.number()),
                                                "studentNumber", w.studentNumber(),
                                                "enrolledOn", intake.admitsOn()))
                                        .toList()));
    }

    /** The learners' ids by the workers' numbers. */
    Map<Integer, String> learnerIds() {
        return Map.copyOf(learnerIds);
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
}
