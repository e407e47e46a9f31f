package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** The first business day: the units, the staff, the programs, the issuers, the policies and the money. */
final class SetRulesAndMoney {

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 3, 2);
    /** The fund that pays the tuition refunds of 2017. */
    static final YearFund FUND = YearFund.tuition(2017);

    private static final long APPROPRIATED_FEN = 240_000_000;

    private final House house;
    private final Checks checks;
    private final Foundations foundations;
    private final PolicyFiles policies;

    SetRulesAndMoney(House house, Checks checks, PolicyFiles policies) {
        this.house = house;
        this.checks = checks;
        this.foundations = new Foundations(house);
        this.policies = policies;
    }

    void play() {
        house.openDay(FIRST_DAY);
        foundations.registerUnits();
        foundations.appointStaff(FIRST_DAY);
        foundations.publishPrograms();
        checkUnits();
        checkProgram();
        foundations.registerIssuer();
        publish(PolicyFiles.TUITION);
        publish(PolicyFiles.SKILL);
        fillFund();
    }

    private void checkUnits() {
        List<String> levels = house.as(Staff.ADMINISTRATOR).readAll(Paths.ENROLLMENT + "units").stream()
                .map(unit -> unit.path("level").asText())
                .toList();
        checks.that("units that hold places", 58, countOf(levels, "DISTRICT", "FUNCTIONAL_ZONE", "MUNICIPAL_UNIT"));
        checks.that(
                "districts, zones, municipal units",
                "10, 2, 46",
                countOf(levels, "DISTRICT") + ", " + countOf(levels, "FUNCTIONAL_ZONE") + ", "
                        + countOf(levels, "MUNICIPAL_UNIT"));
    }

    private static long countOf(List<String> levels, String... wanted) {
        return levels.stream().filter(List.of(wanted)::contains).count();
    }

    private void checkProgram() {
        JsonNode program = house.as(Staff.ADMINISTRATOR)
                .read(Paths.ENROLLMENT + "programs/" + University.NORTHWESTERN.programId());
        int credits = 0;
        for (JsonNode course : program.path("courses")) {
            credits += course.path("credits").asInt();
        }
        checks.that(
                "credits a program requires",
                80,
                program.path("requiredCredits").asInt());
        checks.that("credits its courses give", 80, credits);
    }

    private void publish(String policyId) {
        var draft = foundations.proposePolicy(policies.named(policyId));
        Reply byMaker = house.as(Staff.ADMINISTRATOR).attempt(draft.publication(), draft.checked());
        checks.that(policyId + " published by its maker", 403, byMaker.status());
        house.as(Staff.SECOND_ADMINISTRATOR).command(draft.publication(), draft.checked());
    }

    private void fillFund() {
        foundations.openFund(FUND);
        String confirmation = foundations.proposeAppropriation(FUND, APPROPRIATED_FEN, FIRST_DAY);
        Reply byMaker = house.as(Staff.FINANCE).attempt(confirmation, Json.object());
        checks.that("appropriation confirmed by its maker", 403, byMaker.status());
        house.as(Staff.SECOND_FINANCE).command(confirmation, Json.object());
        FundBalance balance = FundBalance.read(house, FUND.id());
        checks.money("tuition fund appropriated", APPROPRIATED_FEN, balance.appropriatedFen());
        checks.money("tuition fund available", APPROPRIATED_FEN, balance.availableFen());
    }
}
