package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongxue.story.SkillCertificate.Route;
import org.gongxue.story.SkillClaim.Fate;
import org.jspecify.annotations.Nullable;

/**
 * The skill rewards of the sample world: places in every unit, one of them used up with people in line, a reward in
 * each state, and a proposal to move places that waits for its second person.
 */
final class SampleSkills {

    static final int PAID = 17;
    static final int APPROVED = 18;
    static final int WAITLISTED = 19;
    static final int REFUSED = 5;
    private static final int VERSION = 1;
    private static final int FIRST_SERIAL = 30_001;
    /** People who do not sign in. */
    private static final int NEXT_IN_LINE = 26;

    private static final int HOLDER = 27;
    private static final int FALSE_CERTIFICATE = 28;
    private static final long APPROPRIATED_FEN = 30_000_000;
    private static final Seat SEAT = Seat.at(0);
    private static final Map<SkillGroup, Integer> FEW = Map.of(SkillGroup.HOLDERS, 2, SkillGroup.STARTERS, 2);
    private static final Map<SkillGroup, Integer> DISTRICT = Map.of(SkillGroup.HOLDERS, 45, SkillGroup.STARTERS, 90);
    private static final Map<SkillGroup, Integer> MUNICIPAL = Map.of(SkillGroup.HOLDERS, 10, SkillGroup.STARTERS, 20);

    private final House house;
    private final LocalDate today;
    private final SkillYear year;
    private final QuotaDesk quotas;
    private final SkillDesk desk;
    private final Trade trade = Trade.first(1).getFirst();
    private int nextSerial = FIRST_SERIAL;

    SampleSkills(House house, LocalDate today) {
        this.house = house;
        this.today = today;
        this.year = new SkillYear(today.getYear(), grid(), List.of(), List.of(), null);
        this.quotas = new QuotaDesk(house, year, VERSION);
        this.desk = new SkillDesk(house);
    }

    private static Map<Unit, Map<SkillGroup, Integer>> grid() {
        Map<Unit, Map<SkillGroup, Integer>> grid = new LinkedHashMap<>();
        for (Unit unit : Unit.withPlaces()) {
            grid.put(unit, unit.equals(SEAT.holder()) ? FEW : Unit.MUNICIPAL.contains(unit) ? MUNICIPAL : DISTRICT);
        }
        return grid;
    }

    /** Makes it all, with the policy of this year. */
    void make(JsonNode policy) {
        var foundations = new Foundations(house);
        foundations.enact(PolicyFiles.skillOf(policy, VERSION, year));
        quotas.allot();
        foundations.endow(year.fund(), APPROPRIATED_FEN, today);
        register();
        claim(person(PAID), null, SkillLevel.INTERMEDIATE, Fate.APPROVED);
        SkillClaim falsified =
                claim(person(FALSE_CERTIFICATE), SkillLevel.INTERMEDIATE, SkillLevel.SENIOR, Fate.APPROVED);
        house.awaitTakenIn("reward");
        var checks = new Checks();
        List<SkillClaim> owed = List.of(falsified);
        new PaymentDesk(house, checks)
                .pay(new PaymentDesk.Batch(
                        year.fund().id(),
                        "SKILL_REWARD",
                        2,
                        SkillYear.sumFen(owed) + SkillGroup.STARTERS.amountFen(),
                        today,
                        Set.of()));
        claim(person(APPROVED), null, SkillLevel.BEGINNER, Fate.APPROVED);
        claim(person(WAITLISTED), null, SkillLevel.BEGINNER, Fate.WAITLISTED);
        claim(person(NEXT_IN_LINE), null, SkillLevel.INTERMEDIATE, Fate.WAITLISTED);
        claim(person(HOLDER), SkillLevel.INTERMEDIATE, SkillLevel.SENIOR, Fate.APPROVED);
        claim(person(REFUSED), SkillLevel.SENIOR, SkillLevel.SENIOR, Fate.LEVEL_NOT_HIGHER);
        new CertificateDesk(house).revoke(desk.deposited(falsified).outcomeId());
        proposeToMovePlaces();
    }

    private void register() {
        List.of(PAID, APPROVED, WAITLISTED)
                .forEach(number -> house.as(Synthetic.phone(number))
                        .command(
                                Paths.ENROLLMENT + "learners",
                                Papers.registration(number, SEAT.unit(), Papers.SENIOR_SECONDARY)));
        desk.register(List.of(
                person(PAID),
                person(APPROVED),
                person(WAITLISTED),
                person(REFUSED),
                person(NEXT_IN_LINE),
                person(HOLDER),
                person(FALSE_CERTIFICATE)));
    }

    private static Claimant person(int number) {
        return new Claimant(number, SEAT);
    }

    private SkillClaim claim(Claimant claimant, @Nullable SkillLevel before, SkillLevel reached, Fate fate) {
        var claim = new SkillClaim(
                claimant,
                before == null ? null : certificate(today.minusYears(2), before),
                certificate(today, reached),
                before == null ? SkillGroup.STARTERS : SkillGroup.HOLDERS,
                fate);
        if (before != null) {
            desk.depositEarlier(List.of(claim));
        }
        desk.deposit(List.of(claim));
        return claim;
    }

    private SkillCertificate certificate(LocalDate issuedOn, SkillLevel level) {
        String number = Synthetic.certificateNumber(issuedOn.getYear(), level.digit(), nextSerial++);
        return new SkillCertificate(number, trade, level, issuedOn, Route.TRAINING);
    }

    /** 调剂: one municipal unit gives a place to the district whose places are used up. */
    private void proposeToMovePlaces() {
        ArrayNode cells = Json.MAPPER.createArrayNode();
        cells.add(cell(SEAT.holder(), FEW.getOrDefault(SkillGroup.STARTERS, 0) + 1));
        cells.add(cell(Unit.MUNICIPAL.getFirst(), MUNICIPAL.getOrDefault(SkillGroup.STARTERS, 0) - 1));
        quotas.propose(cells, "REALLOCATION");
    }

    private static JsonNode cell(Unit unit, int places) {
        return Json.object("unitId", unit.id(), "group", SkillGroup.STARTERS.label(), "places", places);
    }
}
