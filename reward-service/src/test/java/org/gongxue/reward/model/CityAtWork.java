package org.gongxue.reward.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.reward.RewardStory;
import org.gongxue.reward.SkillStory;
import org.gongxue.reward.entitlement.EntitlementCommand.JudgeEntitlement;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.fund.FundCommand.ConfirmAppropriation;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.fund.FundCommand.ProposeAppropriation;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.quota.QuotaCells;
import org.gongxue.reward.quota.QuotaCommand.ConfirmQuota;
import org.gongxue.reward.quota.QuotaCommand.ProposeQuota;
import org.gongxue.reward.quota.QuotaCommand.QuotaAnswer;
import org.gongxue.reward.recovery.RecoveryCommand.CancelEntitlement;
import org.gongxue.reward.recovery.RecoveryCommand.OrderRecovery;
import org.gongxue.reward.recovery.RecoveryCommand.ReceiveRecovery;
import org.gongxue.reward.waitlist.WaitlistCommand.ExpireWaitlisted;
import org.gongxue.reward.waitlist.WaitlistCommand.PromoteFromQuota;

/** Does every deed twice: by the service's decisions and in the naive city; then compares. */
final class CityAtWork {

    private static final List<SkillLevel> LEVELS = List.of(SkillLevel.values());
    private static final List<String> UNITS = List.of("d1", "d2");
    private static final List<String> GROUPS = List.of("upper", "lower");
    private static final List<String> PREFIXES = List.of("match", "skill", "third");

    private final List<NaivePolicy> policies = List.of(
            new NaivePolicy(
                    "places-by-unit",
                    true,
                    List.of("learnerId", "occupationCode", "level"),
                    parts("skill", 2, "match", 1),
                    true,
                    false),
            new NaivePolicy(
                    "officer-judges", null, List.of("learnerId", "level"), parts("match", 1, "skill", 1), true, true),
            new NaivePolicy("no-waiting", false, List.of("learnerId"), parts("third", 1), false, false));

    final SkillStory story = SkillStory.of(
                    policies.stream().map(NaivePolicy::json).toArray(String[]::new))
            .appoint("chief", "*", StaffRole.UNION_OFFICER);
    final NaiveCity city = new NaiveCity();
    private final Books books = new Books();
    private final Comparison comparison = new Comparison(story, city);
    private final Map<String, List<NaiveClaim>> outcomes = new LinkedHashMap<>();
    private int seen;
    private int documents;

    CityAtWork() {
        city.year = 2018;
        for (var n = 0; n < 6; n++) {
            story.learner(Integer.toString(n), n % 2 == 0 ? "g1" : "d2");
        }
        for (var year : List.of(2018, 2019)) {
            for (var prefix : PREFIXES) {
                openFund(prefix, year);
            }
        }
        check();
    }

    private static SequencedMap<String, Integer> parts(Object... prefixesAndParts) {
        var parts = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < prefixesAndParts.length; i += 2) {
            parts.put((String) prefixesAndParts[i], (Integer) prefixesAndParts[i + 1]);
        }
        return parts;
    }

    private void openFund(String prefix, int year) {
        RewardStory.fund(story.log(), prefix + "-" + year, year, 320);
        city.fund(prefix + "-" + year).open = true;
        city.move(prefix + "-" + year, LedgerAccount.EXTERNAL, LedgerAccount.AVAILABLE, 320);
    }

    /** After every deed: the events hold, and both cities agree. */
    void check() {
        var events = story.log().events();
        books.take(events.subList(seen, events.size()));
        seen = events.size();
        comparison.check();
    }

    void claim(int learner, int occupation, int held) {
        var outcome = learner + ":" + outcomes.size();
        var heldLevel = held == 0 ? null : LEVELS.get(held - 1);
        var reached = LEVELS.get(Math.max(1, Math.min(held, LEVELS.indexOf(SkillLevel.SENIOR))));
        open(outcome, learner, "occupation" + occupation, held, reached, LEVELS.indexOf(reached) + 1 > held);
        story.claim(outcome, "occupation" + occupation, heldLevel, reached);
    }

    void refusedClaim(int learner) {
        var outcome = learner + ":" + outcomes.size();
        open(outcome, learner, "welder", 0, SkillLevel.BEGINNER, false);
        story.refusedClaim(outcome, new RefusalReason("CERTIFICATE_LEVEL_MISMATCH", "level", "1", "2"));
    }

    private void open(String outcome, int learner, String occupation, int held, SkillLevel reached, boolean good) {
        var opened = policies.stream()
                .map(policy -> naive(policy, outcome, learner, occupation, held, reached))
                .toList();
        outcomes.put(outcome, opened);
        opened.forEach(claim -> city.open(claim, good && (claim.policy.byUnit() == null || city.year < 2020)));
    }

    private NaiveClaim naive(
            NaivePolicy policy, String outcome, int learner, String occupation, int held, SkillLevel reached) {
        var group = held >= 3 ? "upper" : "lower";
        var values = Map.of("learnerId", "learner-" + learner, "occupationCode", occupation, "level", reached.name());
        var key = policy.id() + policy.keyFacts().stream().map(values::get).toList();
        var unit = policy.byUnit() == null ? null : policy.byUnit() ? learner % 2 == 0 ? "d1" : "d2" : "*";
        var fen = group.equals("upper") ? NaivePolicy.UPPER_FEN : NaivePolicy.LOWER_FEN;
        return new NaiveClaim(
                SkillStory.id(policy.id(), outcome),
                policy,
                List.of(key),
                unit == null ? null : cellId(policy, city.year, unit, group),
                city.year,
                policy.shares(fen, city.year));
    }

    private static String cellId(NaivePolicy policy, int year, String unit, String group) {
        return QuotaCells.cellId(new QuotaCell(policy.id(), year, unit, group));
    }

    /** An outcome of somebody in this case, or any when nobody is, turns out false. */
    void revoke(int which, Predicate<NaiveClaim> suspect) {
        var suspects = outcomes.keySet().stream()
                .filter(outcome -> outcomes.get(outcome).stream().anyMatch(suspect))
                .toList();
        var outcome = any(which, suspects.isEmpty() ? List.copyOf(outcomes.keySet()) : suspects);
        outcome.ifPresent(found -> {
            outcomes.get(found).forEach(city::revoke);
            story.revoke(found);
        });
    }

    /** Two persons reallot one or two cells; who asks for too many or too few is refused in both cities. */
    void allot(int which, int first, int second) {
        var policy = policies.get(which % 2 == 0 ? 0 : 2);
        var group = GROUPS.get(which / 2 % 2);
        var units = policy.byUnit() ? UNITS : List.of("*");
        var asked = units.size() == 1 ? List.of(first) : List.of(first, second);
        var cells = new ArrayList<NaiveCity.Cell>();
        units.forEach(unit -> cells.add(city.cell(cellId(policy, city.year, unit, group))));
        var sum = asked.stream().mapToInt(Integer::intValue).sum();
        var before = cells.stream().mapToInt(cell -> cell.places).sum();
        var possible = city.year < 2020 && (sum <= NaivePolicy.ceiling(group) || sum <= before);
        for (var i = 0; i < cells.size(); i++) {
            possible &= cells.get(i).holders.size() <= asked.get(i);
        }
        var named = new ArrayList<CellPlaces>();
        for (var i = 0; i < cells.size(); i++) {
            named.add(SkillStory.cellPlaces(units.get(i), group, asked.get(i)));
            if (possible) {
                cells.get(i).places = asked.get(i);
            }
        }
        var log = story.log().by(RewardStory.MAKER);
        var proposed = log.when(new ProposeQuota(policy.id(), 1, city.year, "CORRECTION", named));
        if (possible) {
            var answer = proposed.answer(QuotaAnswer.class);
            log.by(RewardStory.CHECKER)
                    .givenCommands(new ConfirmQuota(policy.id(), city.year, answer.number(), answer.digest()));
        } else {
            proposed.thenRefused(_ -> {});
        }
    }

    void appropriate(int which, int hundreds) {
        var fundId = fundId(which);
        if (city.fund(fundId).open) {
            var number = story.log().state(Ledger.FUND, fundId).appropriations() + 1;
            story.log()
                    .by(RewardStory.MAKER)
                    .givenCommands(
                            new ProposeAppropriation(fundId, "文" + ++documents, 100L * hundreds, RewardStory.TODAY))
                    .by(RewardStory.CHECKER)
                    .givenCommands(new ConfirmAppropriation(fundId, number));
            city.move(fundId, LedgerAccount.EXTERNAL, LedgerAccount.AVAILABLE, 100L * hundreds);
        }
    }

    String fundId(int which) {
        return PREFIXES.get(which % PREFIXES.size()) + "-" + city.year;
    }

    /** The service's own commands, as late, as short and as wrong as several instances may make them. */
    void promote(int which, int how) {
        new ArrayList<>(city.funds.keySet()).forEach(fundId -> {
            if ((fundId.hashCode() + which) % 2 == 0) {
                giveMoney(fundId, some(city.fund(fundId).line, how));
            }
        });
        new ArrayList<>(city.cells.keySet()).forEach(cellId -> {
            if ((cellId.hashCode() + which) % 2 == 0) {
                givePlaces(cellId, some(city.cell(cellId).line, how));
            }
        });
    }

    private static List<NaiveClaim> some(NaiveCity.Line line, int how) {
        var all = new ArrayList<>(how % 7 == 6 ? line.joined : NaiveCity.waiting(line));
        if (how % 5 == 4) {
            Collections.shuffle(all, new Random(how));
        }
        return all.subList(0, Math.min(all.size(), how % 4 == 0 ? 1 : 100));
    }

    private void giveMoney(String fundId, List<NaiveClaim> offered) {
        city.giveMoney(fundId, offered);
        story.log().givenCommands(new PromoteWaitlisted(fundId, ids(offered)));
    }

    private void givePlaces(String cellId, List<NaiveClaim> offered) {
        city.givePlaces(cellId, offered);
        story.log().givenCommands(new PromoteFromQuota(cellId, ids(offered)));
    }

    void expire(int how) {
        new ArrayList<>(city.cells.keySet()).forEach(cellId -> {
            var offered = some(city.cell(cellId).line, how);
            city.expire(cellId, offered);
            story.log().givenCommands(new ExpireWaitlisted(cellId, ids(offered)));
        });
    }

    static List<String> ids(List<NaiveClaim> claims) {
        return claims.stream().map(claim -> claim.id).toList();
    }

    /** Offers everybody in turn until nothing moves any more: the lines come to rest, whatever they wait for. */
    void comeToRest() {
        for (var round = 0; round < 50; round++) {
            var before = story.log().events().size();
            promote(0, 1);
            promote(1, 1);
            expire(1);
            if (story.log().events().size() == before) {
                return;
            }
        }
        throw new AssertionError("the lines do not come to rest");
    }

    void nextYear() {
        if (city.year < 2020) {
            city.year++;
            story.day(LocalDate.of(city.year, 1, 1));
        }
    }

    void judge(int which, boolean approve) {
        someone(which, claim -> claim.stage == Stage.HELD, claim -> {
            city.judge(claim, approve);
            story.log()
                    .by("user:chief")
                    .when(new JudgeEntitlement(claim.id, approve, "WHY"))
                    .thenDecided();
        });
    }

    void cancel(int which) {
        someone(which, _ -> true, claim -> {
            city.cancel(claim);
            story.log()
                    .by(RewardStory.MAKER)
                    .when(new CancelEntitlement(claim.id, "WHY"))
                    .thenDecided();
        });
    }

    void recover(int which) {
        someone(which, claim -> claim.stage == Stage.PAID, claim -> {
            city.orderRecovery(claim);
            story.log()
                    .by(RewardStory.MAKER)
                    .when(new OrderRecovery(claim.id, "WHY"))
                    .thenDecided();
        });
    }

    void receive(int which) {
        someone(which, claim -> claim.stage == Stage.RECOVERING, claim -> {
            city.receive(claim);
            story.log()
                    .by(RewardStory.CHECKER)
                    .when(new ReceiveRecovery(claim.id, "BANK", RewardStory.TODAY))
                    .thenDecided();
        });
    }

    /** Somebody in this case, or, when nobody is, anybody. */
    private void someone(int which, Predicate<NaiveClaim> inCase, Consumer<NaiveClaim> deed) {
        var suited = city.claims.values().stream().filter(inCase).toList();
        any(which, suited.isEmpty() ? List.copyOf(city.claims.values()) : suited)
                .ifPresent(deed);
    }

    private static <T> Optional<T> any(int which, List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(which % all.size()));
    }
}
