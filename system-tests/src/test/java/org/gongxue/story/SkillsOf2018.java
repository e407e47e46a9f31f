package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gongxue.local.BuiltTree;
import org.gongxue.story.SkillCertificate.Route;
import org.gongxue.story.SkillClaim.Fate;
import org.jspecify.annotations.Nullable;

/**
 * A year after the story's last: a second version of the skill reward's rules, with places of its own and money enough,
 * in which tests make the claims they ask about.
 */
final class SkillsOf2018 {

    private static final int YEAR = 2018;
    private static final int VERSION = 2;
    private static final int FIRST_NUMBER = 40_000;
    private static final int FIRST_SERIAL = 40_000;
    private static final long APPROPRIATED_FEN = 100_000_000;

    private final House house;
    private final SkillYear year;
    private final QuotaDesk quotas;
    private final SkillDesk desk;
    private final SampleIssuer issuer = new SampleIssuer(FIRST_SERIAL);
    private final AtomicInteger nextNumber = new AtomicInteger(FIRST_NUMBER);
    private final Trade trade = Trade.first(1).getFirst();

    /** Publishes the version, allots places to every unit that holds some, and appropriates the money. */
    SkillsOf2018(House house) {
        this.house = house;
        this.year = new SkillYear(YEAR, grid(), List.of(), List.of(), null);
        this.quotas = new QuotaDesk(house, year, VERSION);
        this.desk = new SkillDesk(house);
        var days = new SkillDays(YEAR);
        house.openDay(days.allotted());
        var foundations = new Foundations(house);
        foundations.enact(
                PolicyFiles.skillOf(PolicyFiles.of(BuiltTree.find()).named(PolicyFiles.SKILL), VERSION, year));
        quotas.allot();
        foundations.endow(year.fund(), APPROPRIATED_FEN, days.allotted());
        house.openDay(days.claimed());
    }

    private static Map<Unit, Map<SkillGroup, Integer>> grid() {
        Map<Unit, Map<SkillGroup, Integer>> grid = new LinkedHashMap<>();
        Unit.withPlaces().forEach(unit -> grid.put(unit, Map.of(SkillGroup.HOLDERS, 4, SkillGroup.STARTERS, 4)));
        return grid;
    }

    QuotaDesk quotas() {
        return quotas;
    }

    SkillDesk desk() {
        return desk;
    }

    YearFund fund() {
        return year.fund();
    }

    /** Somebody new who works here, registered with a bank card. */
    Claimant somebody(Seat seat) {
        return people(1, seat).getFirst();
    }

    /** So many new people who work here. */
    List<Claimant> people(int count, Seat seat) {
        List<Claimant> people = IntStream.range(0, count)
                .mapToObj(_ -> new Claimant(nextNumber.getAndIncrement(), seat))
                .toList();
        desk.register(people);
        return people;
    }

    /** A claim of somebody new in the group of starters. */
    SkillClaim starter(Claimant claimant) {
        return claim(claimant, null, SkillLevel.INTERMEDIATE);
    }

    /** A claim of a level by somebody who held another one in the same trade, or none. */
    synchronized SkillClaim claim(Claimant claimant, @Nullable SkillLevel before, SkillLevel reached) {
        SkillCertificate earlier = before == null ? null : issuer.issueEarlier(trade, before);
        boolean holds = before != null && before.compareTo(SkillLevel.INTERMEDIATE) >= 0;
        return new SkillClaim(
                claimant,
                earlier,
                issuer.issue(YEAR, trade, reached, Route.TRAINING),
                holds ? SkillGroup.HOLDERS : SkillGroup.STARTERS,
                Fate.APPROVED);
    }

    /** Hands the claim's certificates in, and gives the reward as an auditor sees it. */
    JsonNode assessed(SkillClaim claim) {
        if (claim.earlier() != null) {
            desk.depositEarlier(List.of(claim));
        }
        desk.deposit(List.of(claim));
        return reward(claim);
    }

    /** The reward opened on a claim that was handed in. */
    JsonNode reward(SkillClaim claim) {
        return new SkillEntitlements(house)
                .of(desk.deposited(claim).basis(), claim.claimant().seat().holder());
    }

    /** Draws up and pays everything that is approved. */
    void payWhatIsApproved() {
        var checks = new Checks();
        int lines = house.as(Staff.AUDITOR)
                .readAll(Paths.REWARD + "entitlements?limit=500&state=approved&fund=" + fund().id())
                .size();
        long owedFen = FundBalance.read(house, fund().id()).payableFen();
        new PaymentDesk(house, checks)
                .pay(new PaymentDesk.Batch(
                        fund().id(),
                        "SKILL_REWARD",
                        lines,
                        owedFen,
                        house.today().plusDays(1),
                        Set.of()));
        if (!checks.made().stream().allMatch(Check::holds)) {
            throw new IllegalStateException("paid otherwise than owed: " + checks.made());
        }
    }
}
