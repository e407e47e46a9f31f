package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongxue.story.SkillClaim.Fate;

/**
 * One year of the skill reward: places are allotted, certificates handed in, rewards approved, waitlisted or refused,
 * and paid. What the bank returns is paid again by itself. Where a certificate turns out false, its reward is recovered and the
 * first in line gets the place and the money.
 */
final class RewardSkills {

    private static final String PURPOSE = "SKILL_REWARD";

    private final House house;
    private final Checks checks;
    private final SkillDesk desk;
    private final SkillYear year;
    private final SkillDays days;
    private final QuotaDesk quotas;
    private final PaymentDesk payments;
    private final SkillEntitlements entitlements;

    RewardSkills(House house, Checks checks, SkillDesk desk, SkillYear year, int policyVersion) {
        this.house = house;
        this.checks = checks;
        this.desk = desk;
        this.year = year;
        this.days = new SkillDays(year.year());
        this.quotas = new QuotaDesk(house, year, policyVersion);
        this.payments = new PaymentDesk(house, checks);
        this.entitlements = new SkillEntitlements(house);
    }

    void play() {
        house.openDay(days.allotted());
        allot();
        new Foundations(house).endow(year.fund(), year.owedFen(), days.allotted());
        house.openDay(days.claimed());
        claim();
        checkPlaces();
        checkLines();
        checkRefusals();
        pay();
        if (!year.returned().isEmpty()) {
            payAgain();
        }
        year.falsified().ifPresent(this::replace);
        checkBooks();
    }

    /** The grid is read from a spreadsheet, proposed by one person and confirmed by another. */
    private void allot() {
        JsonNode preview = quotas.preview();
        checks.that("rows of the grid that are wrong", 0, preview.path("errors").size());
        JsonNode proposal = quotas.propose(preview.path("cells"), "ALLOTMENT");
        checks.that(
                "places confirmed by their maker",
                403,
                quotas.confirm(Staff.ADMINISTRATOR, proposal).status());
        checks.that(
                "places confirmed by another person",
                200,
                quotas.confirm(Staff.SECOND_ADMINISTRATOR, proposal).status());
        List<JsonNode> cells = quotas.cells();
        checks.that(
                "units with places",
                year.grid().size(),
                cells.stream()
                        .filter(cell -> cell.path("places").asInt() > 0)
                        .map(cell -> cell.path("unitId").asText())
                        .distinct()
                        .count());
        for (SkillGroup group : SkillGroup.values()) {
            checks.that("places of group " + group.label(), year.places(group), QuotaDesk.sum(cells, group, "places"));
        }
    }

    private void claim() {
        long begun = System.nanoTime();
        desk.deposit(year.approved());
        desk.deposit(year.latecomers());
        checks.note(RegisterSkillWorkers.rate(
                "certificates handed in", year.claims().size(), begun));
        house.awaitTakenIn("reward");
        checks.note(RegisterSkillWorkers.rate("of them assessed", year.claims().size(), begun));
        long refused = year.claims().stream()
                .filter(claim -> desk.deposited(claim).state().equals("refused"))
                .count();
        checks.that(
                "claims",
                year.claims().size(),
                year.claims().stream().map(desk::deposited).count());
        checks.that("certificates refused by the credit bank", year.count(Fate.CERTIFICATE_WRONG), refused);
    }

    private void checkPlaces() {
        List<JsonNode> cells = quotas.cells();
        for (SkillGroup group : SkillGroup.values()) {
            checks.that(
                    "places used of group " + group.label(), year.places(group), QuotaDesk.sum(cells, group, "used"));
        }
        checks.that(
                "candidates in line (候补)",
                year.count(Fate.WAITLISTED),
                cells.stream().mapToInt(cell -> cell.path("waiting").asInt()).sum());
    }

    /** Every line holds whom it must hold, numbered from 1 without a gap. */
    private void checkLines() {
        List<JsonNode> lines = quotas.cells().stream()
                .filter(cell -> cell.path("waiting").asInt() > 0)
                .toList();
        long right = house.map(lines, this::isRight).stream().filter(yes -> yes).count();
        long expected = year.of(Fate.WAITLISTED).stream()
                .map(c -> c.claimant().seat().holder().id() + c.group())
                .distinct()
                .count();
        checks.that("lines numbered from 1 with the right people", expected, right);
    }

    private boolean isRight(JsonNode cell) {
        List<JsonNode> line = quotas.line(cell);
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i).path("position").asInt() != i + 1) {
                return false;
            }
        }
        return learners(line)
                .equals(year.of(Fate.WAITLISTED).stream()
                        .filter(c -> c.group().label().equals(cell.path("group").asText())
                                && c.claimant()
                                        .seat()
                                        .holder()
                                        .id()
                                        .equals(cell.path("unitId").asText()))
                        .map(c -> desk.learnerId(c.claimant()))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> learners(List<JsonNode> items) {
        return items.stream().map(item -> item.path("learnerId").asText()).collect(Collectors.toSet());
    }

    private void checkRefusals() {
        Set<String> mine = year.claims().stream()
                .map(claim -> desk.deposited(claim).basis())
                .collect(Collectors.toSet());
        Map<String, Long> found = entitlements.in("refused").stream()
                .filter(e -> mine.contains(e.path("basis").asText()))
                .map(e -> e.path("reasons").path(0).path("code").asText())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        Map<String, Long> expected = new TreeMap<>();
        for (Fate fate : Fate.values()) {
            if (fate.code() != null) {
                expected.put(Objects.requireNonNull(fate.code()), year.count(fate));
            }
        }
        checks.that("claims refused, by reason", expected, found);
        checks.that(
                "claims refused",
                year.refused(),
                found.values().stream().mapToLong(Long::longValue).sum());
    }

    private void pay() {
        FundBalance owed = FundBalance.read(house, year.fund().id());
        checks.money("skill fund: owed", year.owedFen(), owed.payableFen());
        checks.money("skill fund: available", 0, owed.availableFen());
        house.openDay(days.drawnUp());
        payments.pay(batch(year.approved(), days.paid(), year.returned()));
    }

    private PaymentDesk.Batch batch(List<SkillClaim> claims, LocalDate paidOn, List<SkillClaim> closed) {
        return new PaymentDesk.Batch(
                year.fund().id(),
                PURPOSE,
                claims.size(),
                SkillYear.sumFen(claims),
                paidOn,
                closed.stream().map(c -> c.claimant().cardNumber()).collect(Collectors.toSet()));
    }

    /** What came back is owed as before; with new cards it goes out again, and nothing else with it. */
    private void payAgain() {
        checks.money(
                "owed again after the bank's returns",
                SkillYear.sumFen(year.returned()),
                FundBalance.read(house, year.fund().id()).payableFen());
        desk.replaceCards(year.returned().stream().map(SkillClaim::claimant).toList());
        house.openDay(days.mended());
        payments.pay(batch(year.returned(), days.paidAgain(), List.of()));
    }

    /** 追回 and 递补. */
    private void replace(SkillClaim falsified) {
        house.openDay(days.foundFalse());
        SkillDesk.Deposited outcome = desk.deposited(falsified);
        Unit holder = falsified.claimant().seat().holder();
        JsonNode first = quotas.line(quotas.cell(holder, falsified.group())).getFirst();
        String next = first.path("entitlementId").asText();
        checks.that(
                "the first in line waits there by plan, by training",
                true,
                year.line(holder, falsified.group()).stream()
                        .filter(c -> c.certificate().route() == SkillCertificate.Route.TRAINING)
                        .anyMatch(c -> desk.learnerId(c.claimant())
                                .equals(first.path("learnerId").asText())));
        new CertificateDesk(house).revoke(outcome.outcomeId());
        JsonNode revoked = entitlements.of(outcome.basis(), holder);
        String revokedId = revoked.path("entitlementId").asText();
        checks.that(
                "the reward for the false certificate",
                "recovering",
                revoked.path("state").asText());
        checks.money(
                "skill fund: to be recovered",
                falsified.group().amountFen(),
                FundBalance.read(house, year.fund().id()).receivableFen());
        checks.that("the next in line, before the money is back", "waitlisted, fund", awaitLine(next));
        house.openDay(days.recovered());
        house.as(Staff.FINANCE)
                .command(
                        Paths.REWARD + "entitlements/" + revokedId + "/recovery/receipt",
                        Json.object("bankReference", "ZH" + year.year() + "0001", "on", days.recovered()));
        checks.that("the reward once recovered", "recovered", entitlements.state(revokedId));
        checks.that(
                "the next in line, with the money back",
                "approved",
                House.await(() -> entitlements.state(next), "approved"::equals));
        payments.pay(new PaymentDesk.Batch(
                year.fund().id(), PURPOSE, 1, falsified.group().amountFen(), days.replacementPaid(), Set.of()));
        checks.that("the next in line, paid", "paid", entitlements.state(next));
    }

    private String awaitLine(String entitlementId) {
        JsonNode waiting = House.await(
                () -> entitlements.read(entitlementId),
                e -> e.path("line").asText().equals("fund"));
        return waiting.path("state").asText() + ", " + waiting.path("line").asText();
    }

    private void checkBooks() {
        FundBalance balance = FundBalance.read(house, year.fund().id());
        checks.money("skill fund: paid, net", year.owedFen(), balance.paidFen());
        checks.money(
                "skill fund: owed, in transit, to be recovered",
                0,
                balance.payableFen() + balance.inTransitFen() + balance.receivableFen());
        checks.money("skill fund: left", 0, balance.availableFen());
        List<JsonNode> cells = new ArrayList<>(quotas.cells());
        for (SkillGroup group : SkillGroup.values()) {
            checks.that(
                    "places used in the end of group " + group.label(),
                    year.places(group),
                    QuotaDesk.sum(cells, group, "used"));
        }
    }
}
