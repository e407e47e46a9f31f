package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** What has to stand before anyone can apply: units, universities, offices, programs, a policy, a fund. */
final class Foundations {

    private final House house;
    private final Person administrator;

    Foundations(House house) {
        this.house = house;
        this.administrator = house.as(Staff.ADMINISTRATOR);
    }

    /** The city, the 58 units below it that hold places, and a firm under each district. */
    void registerUnits() {
        String path = Paths.ENROLLMENT + "units";
        administrator.command(path, Unit.CITY.registration());
        house.each(Unit.withPlaces(), unit -> administrator.command(path, unit.registration()));
        house.each(Unit.FIRMS, unit -> administrator.command(path, unit.registration()));
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

    /** A tuition fund without money yet. */
    void openFund(TuitionFund fund) {
        house.as(Staff.FINANCE).command(Paths.REWARD + "funds", fund.opening());
    }

    /** The maker's part of an appropriation; the answer is the path at which the checker confirms it. */
    String proposeAppropriation(TuitionFund fund, long amountFen, LocalDate on) {
        String appropriations = Paths.REWARD + "funds/" + fund.id() + "/appropriations";
        JsonNode proposed = house.as(Staff.FINANCE)
                .command(
                        appropriations,
                        Json.object("documentNumber", "样例拨〔" + fund.year() + "〕1号", "amountFen", amountFen, "on", on));
        return appropriations + "/" + proposed.path("number").asText() + "/confirmation";
    }
}
