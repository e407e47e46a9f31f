package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** What has to stand before anyone can apply: units, universities, offices, programs, a policy, a fund. */
final class Foundations {

    private static final LocalDate ISSUER_FROM = LocalDate.of(2000, 1, 1);

    private final House house;
    private final Person administrator;

    Foundations(House house) {
        this.house = house;
        this.administrator = house.as(Staff.ADMINISTRATOR);
    }

    /** The city, the 58 units below it that hold places, a private firm under each district, a state-owned one under one of them. */
    void registerUnits() {
        String path = Paths.ENROLLMENT + "units";
        administrator.command(path, Unit.CITY.registration());
        house.each(Unit.withPlaces(), unit -> administrator.command(path, unit.registration()));
        house.each(Unit.FIRMS, unit -> administrator.command(path, unit.registration()));
        administrator.command(path, Unit.STATE_FIRM.registration());
    }

    /** The universities, and everyone of the staff to the own office from this day on. */
    void appointStaff(LocalDate from) {
        for (University university : University.ALL) {
            administrator.command(Paths.ENROLLMENT + "universities", university.registration());
        }
        house.each(Staff.appointments(from), body -> administrator.command(Paths.ENROLLMENT + "officers", body));
    }

    /** One program of each university. */
    void publishPrograms() {
        for (University university : University.ALL) {
            administrator.command(Paths.ENROLLMENT + "programs", university.program());
        }
    }

    /**
     * A policy's draft.
     *
     * @param publication the path at which the checker publishes it
     * @param checked what the checker says to have checked
     */
    record PolicyDraft(String publication, JsonNode checked) {}

    /** The maker's part of a policy. */
    PolicyDraft proposePolicy(JsonNode policy) {
        JsonNode draft = administrator.command(Paths.REWARD + "policies", policy);
        return new PolicyDraft(
                Paths.REWARD + "policies/" + draft.path("policyId").asText() + "/versions/"
                        + draft.path("version").asText() + "/publication",
                Json.object("digest", draft.path("digest").asText()));
    }

    /** A policy published by two persons. */
    void enact(JsonNode policy) {
        PolicyDraft draft = proposePolicy(policy);
        house.as(Staff.SECOND_ADMINISTRATOR).command(draft.publication(), draft.checked());
    }

    /** The body that issues all sample certificates, entered by two persons: every occupation, 初级工 to 高级技师. */
    void registerIssuer() {
        JsonNode scope = Json.object(
                "kind",
                "SKILL_CERTIFICATE",
                "occupationCodes",
                List.of(Json.MAPPER.getNodeFactory().textNode("*")),
                "lowest",
                SkillLevel.BEGINNER,
                "highest",
                SkillLevel.SENIOR_TECHNICIAN);
        JsonNode proposed = administrator.command(
                Paths.CREDIT_BANK + "issuers",
                Json.object(
                        "issuerCode",
                        Synthetic.ISSUER,
                        "name",
                        "青岛市职业技能鉴定指导中心（样例）",
                        "scopes",
                        List.of(scope),
                        "from",
                        ISSUER_FROM));
        house.as(Staff.SECOND_ADMINISTRATOR)
                .command(
                        Paths.CREDIT_BANK + "issuers/" + Synthetic.ISSUER + "/proposals/"
                                + proposed.path("number").asText() + "/confirmation",
                        Json.object("digest", proposed.path("digest").asText()));
    }

    /** A fund without money yet. */
    void openFund(YearFund fund) {
        house.as(Staff.FINANCE).command(Paths.REWARD + "funds", fund.opening());
    }

    /** A fund with money that two persons appropriated. */
    void endow(YearFund fund, long amountFen, LocalDate on) {
        openFund(fund);
        String confirmation = proposeAppropriation(fund, amountFen, on);
        house.as(Staff.SECOND_FINANCE).command(confirmation, Json.object());
    }

    /** The maker's part of an appropriation; the answer is the path at which the checker confirms it. */
    String proposeAppropriation(YearFund fund, long amountFen, LocalDate on) {
        String appropriations = Paths.REWARD + "funds/" + fund.id() + "/appropriations";
        JsonNode proposed = house.as(Staff.FINANCE)
                .command(
                        appropriations,
                        Json.object("documentNumber", "样例拨〔" + fund.year() + "〕1号", "amountFen", amountFen, "on", on));
        return appropriations + "/" + proposed.path("number").asText() + "/confirmation";
    }
}
