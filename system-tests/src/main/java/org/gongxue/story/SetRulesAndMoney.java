package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** Act 1: the first business day, the units, the staff, the programs, the policy and the money. */
final class SetRulesAndMoney {

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 3, 2);
    private static final long TUITION_FUND_FEN = 240_000_000;

    private final House house;
    private final Checks checks;
    private final JsonNode policy;

    /**
     * The act on a house.
     *
     * @param policy the tuition policy's document
     */
    SetRulesAndMoney(House house, Checks checks, JsonNode policy) {
        this.house = house;
        this.checks = checks;
        this.policy = policy;
    }

    Rules play(Intake intake) {
        house.openDay(FIRST_DAY);
        registerUnits();
        appointStaff();
        publishPrograms();
        String policyId = publishPolicy();
        String fundId = fillFund();
        return new Rules(intake.id(), fundId, policyId);
    }

    private void registerUnits() {
        var administrator = house.as(Staff.ADMINISTRATOR);
        administrator.command(Paths.ENROLLMENT + "units", Unit.CITY.registration());
        house.each(Unit.withPlaces(), unit -> administrator.command(Paths.ENROLLMENT + "units", unit.registration()));
        house.each(Unit.FIRMS, unit -> administrator.command(Paths.ENROLLMENT + "units", unit.registration()));
        List<String> levels = administrator.readAll(Paths.ENROLLMENT + "units").stream()
                .map(unit -> unit.path("level").asText())
                .toList();
        checks.that("units that hold places", 58, countOf(levels, "DISTRICT", "FUNCTIONAL_ZONE", "MUNICIPAL_UNIT"));
        checks.that("districts, zones, municipal units", "10, 2, 46", counts(levels));
    }

    private static String counts(List<String> levels) {
        return countOf(levels, "DISTRICT") + ", " + countOf(levels, "FUNCTIONAL_ZONE") + ", "
                + countOf(levels, "MUNICIPAL_UNIT");
    }

    private static long countOf(List<String> levels, String... wanted) {
        return levels.stream().filter(List.of(wanted)::contains).count();
    }

    private void appointStaff() {
        var administrator = house.as(Staff.ADMINISTRATOR);
        for (University university : University.ALL) {
            administrator.command(Paths.ENROLLMENT + "universities", university.registration());
        }
        house.each(Staff.appointments(FIRST_DAY), body -> administrator.command(Paths.ENROLLMENT + "officers", body));
    }

    private void publishPrograms() {
        var administrator = house.as(Staff.ADMINISTRATOR);
        for (University university : University.ALL) {
            administrator.command(Paths.ENROLLMENT + "programs", university.program());
        }
        JsonNode program = administrator.read(Paths.ENROLLMENT + "programs/" + University.NORTHWESTERN.programId());
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

    private String publishPolicy() {
        var draft = house.as(Staff.ADMINISTRATOR).command(Paths.REWARD + "policies", policy);
        String policyId = draft.path("policyId").asText();
        String publication = Paths.REWARD + "policies/" + policyId + "/versions/"
                + draft.path("version").asText() + "/publication";
        Reply byMaker = house.as(Staff.ADMINISTRATOR).attempt(publication, Json.object());
        checks.that("policy published by its maker", 403, byMaker.status());
        house.as(Staff.SECOND_ADMINISTRATOR).command(publication, Json.object());
        return policyId;
    }

    private String fillFund() {
        String fundId = "tuition-2017";
        house.as(Staff.FINANCE)
                .command(
                        Paths.REWARD + "funds",
                        Json.object("fundId", fundId, "name", "学费 2017（样例）", "year", 2017, "source", "市总工会经费（样例）"));
        String appropriations = Paths.REWARD + "funds/" + fundId + "/appropriations";
        JsonNode proposed = house.as(Staff.FINANCE)
                .command(
                        appropriations,
                        Json.object("documentNumber", "样例拨〔2017〕1号", "amountFen", TUITION_FUND_FEN, "on", FIRST_DAY));
        String confirmation = appropriations + "/" + proposed.path("number").asText() + "/confirmation";
        Reply byMaker = house.as(Staff.FINANCE).attempt(confirmation, Json.object());
        checks.that("appropriation confirmed by its maker", 403, byMaker.status());
        house.as(Staff.SECOND_FINANCE).command(confirmation, Json.object());
        FundBalance balance = FundBalance.read(house, fundId);
        checks.money("tuition fund appropriated", TUITION_FUND_FEN, balance.appropriatedFen());
        checks.money("tuition fund available", TUITION_FUND_FEN, balance.availableFen());
        return fundId;
    }
}
