package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongxue.story.University.Course;
import org.gongxue.story.Worker.Part;

/**
 * A small world to look at, made through the public interface on a campus that lives by the wall clock: learners who
 * sign in and stand in different places, and a graduation file to drag into the page of the university.
 */
final class SampleWorld {

    private static final int PAID = 1;
    private static final int APPROVED = 2;
    private static final int WITHOUT_CARD = 3;
    private static final int CONVERTED = 4;
    private static final int REVOKED = 6;
    private static final int WAITLISTED = 7;
    private static final int BELOW_ENTRY = 8;
    private static final int APPLIED = 9;
    private static final int RECOMMENDED = 10;
    private static final int RETURNED = 11;
    private static final int WITHDRAWN = 12;
    private static final int CERTIFICATE_REFUSED = 13;
    private static final List<Integer> STUDYING = List.of(CONVERTED, 5, REVOKED, CERTIFICATE_REFUSED);
    /** Waits first and gets the place that the one who withdraws leaves. */
    private static final int PROMOTED = 25;

    private static final List<Integer> READY_TO_GRADUATE = List.of(14, 15, 16, 21, 22, 23, 24);
    private static final int STUDYING_COURSES = 15;
    private static final int WRONG_LEVEL_DIGIT = 4;
    private static final long APPROPRIATED_FEN = 10_000_000;

    private final House house;
    private final LocalDate today;

    /** Who stands where, in a few words, for people who want to look. */
    static final Map<String, String> GUIDE = guide();

    SampleWorld(House house) {
        this.house = house;
        this.today = house.today();
    }

    /** Makes the world, and writes the graduation file into the folder. */
    void make(PolicyFiles policies, Path folder) throws IOException {
        layFoundations(policies);
        enroll();
        study();
        convert();
        var diplomas = new Diplomas(today, today);
        graduate(diplomas, PAID, RETURNED);
        pay();
        graduate(diplomas, APPROVED, WITHOUT_CARD);
        new SampleSkills(house, today).make(policies.named(PolicyFiles.SKILL));
        Replay.run(house, Json.object("mode", "fold"));
        Files.createDirectories(folder);
        Files.write(folder.resolve("毕业名单（样例）.xlsx"), graduationFile(diplomas));
    }

    private void layFoundations(PolicyFiles policies) {
        var foundations = new Foundations(house);
        var fund = YearFund.tuition(today.getYear());
        foundations.registerUnits();
        foundations.appointStaff(today);
        foundations.publishPrograms();
        foundations.registerIssuer();
        foundations.enact(PolicyFiles.ofYear(policies.named(PolicyFiles.TUITION), today.getYear()));
        foundations.endow(fund, APPROPRIATED_FEN, today);
    }

    private void enroll() {
        List<Worker> admitted = new ArrayList<>();
        Set.of(PAID, APPROVED, WITHOUT_CARD, RETURNED).forEach(n -> admitted.add(worker(n, Part.GRADUATE)));
        STUDYING.forEach(n -> admitted.add(worker(n, Part.STUDYING)));
        READY_TO_GRADUATE.forEach(n -> admitted.add(worker(n, Part.STUDYING)));
        admitted.add(worker(WITHDRAWN, Part.WITHDRAWN));
        List<Worker> waiting = List.of(worker(PROMOTED, Part.WAITLISTED), worker(WAITLISTED, Part.WAITLISTED));
        List<Worker> recommended = List.of(worker(RECOMMENDED, Part.NOT_RECOMMENDED));
        List<Worker> others = List.of(worker(BELOW_ENTRY, Part.BELOW_ENTRY), worker(APPLIED, Part.NOT_RECOMMENDED));
        var desk = new IntakeDesk(
                house,
                new Intake(
                        "intake-" + today.getYear(),
                        today,
                        today.plusMonths(1),
                        today,
                        Map.of(University.NORTHWESTERN, admitted.size())));
        desk.open();
        for (List<Worker> applicants : List.of(admitted, waiting, recommended, others)) {
            desk.register(applicants);
            desk.apply(applicants);
        }
        desk.recommend(admitted);
        desk.recommend(waiting);
        desk.recommend(recommended);
        desk.approve(admitted);
        desk.approve(waiting);
        desk.admit(admitted);
    }

    private void study() {
        List<Course> all = University.courses();
        Map<Worker, List<Course>> passed = new LinkedHashMap<>();
        Set.of(PAID, APPROVED, WITHOUT_CARD, RETURNED).forEach(n -> passed.put(worker(n, Part.GRADUATE), all));
        READY_TO_GRADUATE.forEach(n -> passed.put(worker(n, Part.STUDYING), all));
        STUDYING.forEach(n -> passed.put(worker(n, Part.STUDYING), all.subList(0, STUDYING_COURSES)));
        var desk = new StudyDesk(house);
        Map<Worker, Long> waived = new LinkedHashMap<>();
        passed.keySet().forEach(w -> waived.put(w, 0L));
        desk.receiveTuition(waived, today);
        desk.recordResults(passed);
        desk.withdraw(List.of(worker(WITHDRAWN, Part.WITHDRAWN)), today);
    }

    private void convert() {
        var desk = new CertificateDesk(house);
        LocalDate issuedOn = today.minusYears(1);
        house.as(Staff.SECOND_ADMINISTRATOR).command(desk.proposeRule(today), Json.object());
        Worker converted = worker(CONVERTED, Part.STUDYING);
        desk.convert(converted, desk.deposit(converted, issuedOn, CertificateDesk.SENIOR_DIGIT));
        Worker revoked = worker(REVOKED, Part.STUDYING);
        JsonNode outcome = desk.deposit(revoked, issuedOn, CertificateDesk.SENIOR_DIGIT);
        desk.convert(revoked, outcome);
        desk.revoke(outcome.path("outcomeId").asText());
        desk.deposit(worker(CERTIFICATE_REFUSED, Part.STUDYING), issuedOn, WRONG_LEVEL_DIGIT);
    }

    private void graduate(Diplomas diplomas, int... numbers) {
        List<JsonNode> messages = new ArrayList<>();
        for (int number : numbers) {
            Worker worker = worker(number, Part.GRADUATE);
            if (number != WITHOUT_CARD) {
                house.as(worker.phone()).command(Paths.ENROLLMENT + "learners/me/card", worker.card());
            }
            messages.add(diplomas.message(worker, "sample-" + number));
        }
        Diplomas.push(house, messages);
    }

    /** One payment arrives, the other is returned by the bank because the account was closed. */
    private void pay() {
        var finance = house.as(Staff.FINANCE);
        JsonNode draft = finance.command(
                Paths.REWARD + "batches",
                Json.object("fundId", YearFund.tuition(today.getYear()).id(), "purpose", "TUITION_REFUND"));
        String batch = Paths.REWARD + "batches/" + draft.path("batchId").asText();
        finance.command(batch + "/freeze", Json.object());
        house.as(Staff.SECOND_FINANCE).command(batch + "/approval", Json.object());
        var instructions =
                BankSimulator.read(finance.download(batch + "/export.xlsx").bytes());
        Set<String> closed = Set.of(Synthetic.cardNumber(RETURNED));
        finance.upload(batch + "/results", "回盘.xlsx", BankSimulator.settle(instructions, closed, today));
    }

    private byte[] graduationFile(Diplomas diplomas) {
        List<List<String>> rows = new ArrayList<>();
        READY_TO_GRADUATE.forEach(n -> rows.add(diplomas.row(worker(n, Part.STUDYING))));
        rows.add(rows.getFirst());
        rows.add(diplomas.row(worker(PAID, Part.GRADUATE)));
        rows.add(diplomas.with(worker(CONVERTED, Part.STUDYING), Diplomas.NUMBER, "1.07E+17"));
        rows.add(diplomas.with(worker(5, Part.STUDYING), Diplomas.EARNED, "60"));
        rows.add(diplomas.row(worker(WITHDRAWN, Part.WITHDRAWN)));
        return Workbooks.write("毕业名单", Diplomas.HEADINGS, rows);
    }

    private static Worker worker(int number, Part part) {
        return new Worker(number, part, University.NORTHWESTERN, Seat.at(0));
    }

    private static Map<String, String> guide() {
        Map<String, String> guide = new LinkedHashMap<>();
        guide.put(Synthetic.phone(PAID), "graduated, tuition refund paid");
        guide.put(Synthetic.phone(APPROVED), "graduated, refund approved and waiting for payment");
        guide.put(Synthetic.phone(WITHOUT_CARD), "graduated, refund approved, bank card missing");
        guide.put(Synthetic.phone(RETURNED), "graduated, payment returned by the bank");
        guide.put(Synthetic.phone(CONVERTED), "studying, a certificate converted into credits");
        guide.put(Synthetic.phone(REVOKED), "studying, the certificate revoked");
        guide.put(Synthetic.phone(CERTIFICATE_REFUSED), "studying, the certificate refused");
        guide.put(Synthetic.phone(WAITLISTED), "on the waitlist");
        guide.put(Synthetic.phone(BELOW_ENTRY), "application refused");
        guide.put(Synthetic.phone(APPLIED), "applied, waits for a recommendation");
        guide.put(Synthetic.phone(RECOMMENDED), "recommended, waits for review");
        guide.put(Synthetic.phone(WITHDRAWN), "withdrawn");
        guide.put(Synthetic.phone(SampleSkills.PAID), "skill reward paid");
        guide.put(Synthetic.phone(SampleSkills.APPROVED), "skill reward approved and waiting for payment");
        guide.put(Synthetic.phone(SampleSkills.WAITLISTED), "first in line for a skill reward: all places are used");
        guide.put(Synthetic.phone(SampleSkills.REFUSED), "studying; skill reward refused, the level is not higher");
        guide.put(Synthetic.phone(Worker.ACCOUNTS), "not registered yet");
        return guide;
    }
}
