package org.gongxue.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongxue.story.SkillCertificate.Route;
import org.gongxue.story.SkillClaim.Fate;
import org.gongxue.story.SkillShape.Own;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a shape; the same shape gives the same plan. */
final class SkillPlanner {

    /** Ways in which a certificate can be wrong: three in its number, the fourth that it is somebody else's. */
    private static final int FLAWS = 4;
    /** One in so many starters held 初级工 before. */
    private static final int BEGINNERS_IN = 20;
    /** How many wait in one line. */
    private static final int LINE = 5;
    /** Both groups have a line somewhere. */
    private static final int LINES_MIN = 3;
    /** Strides without a common divisor with the number of units, to spread people over them. */
    private static final int STRIDE = 7;

    private static final int OTHER_STRIDE = 11;

    private final SkillShape shape;
    private final List<Trade> trades;
    private final SampleIssuer issuer;
    private int nextNumber;
    private int nextTrade;

    SkillPlanner(SkillShape shape) {
        this.shape = shape;
        this.trades = Trade.first(shape.trades());
        this.issuer = new SampleIssuer(shape.firstNumber());
        this.nextNumber = shape.firstNumber();
    }

    SkillPlan plan() {
        return new SkillPlan(shape.years().stream().map(this::year).toList());
    }

    private SkillYear year(SkillShape.Year year) {
        List<SkillClaim> approved = approved(year);
        SkillClaim falseOne = year.falseCertificate() ? falseOne(approved) : null;
        List<SkillClaim> claims = new ArrayList<>(approved);
        claims.addAll(waitlisted(year, falseOne));
        claims.addAll(refused(year, approved));
        List<SkillClaim> returned = new ArrayList<>(returned(year, approved, SkillGroup.HOLDERS, falseOne));
        returned.addAll(returned(year, approved, SkillGroup.STARTERS, falseOne));
        return new SkillYear(year.year(), grid(year), List.copyOf(claims), List.copyOf(returned), falseOne);
    }

    private Map<Unit, Map<SkillGroup, Integer>> grid(SkillShape.Year year) {
        Map<Unit, Map<SkillGroup, Integer>> grid = new LinkedHashMap<>();
        for (Seat seat : shape.seats()) {
            Map<SkillGroup, Integer> places = new EnumMap<>(SkillGroup.class);
            for (SkillGroup group : SkillGroup.values()) {
                places.put(group, year.places(group).of(seat.holder()));
            }
            grid.put(seat.holder(), places);
        }
        return grid;
    }

    /** As many claims as there are places, in each unit and group. */
    private List<SkillClaim> approved(SkillShape.Year year) {
        List<SkillClaim> claims = new ArrayList<>();
        for (SkillGroup group : SkillGroup.values()) {
            int inGroup = total(year, group);
            int place = 0;
            for (Seat seat : shape.seats()) {
                for (int i = 0; i < year.places(group).of(seat.holder()); i++, place++) {
                    Claimant claimant =
                            i == 0 && group == SkillGroup.STARTERS ? ownOr(year, Fate.APPROVED, seat) : someone(seat);
                    claims.add(claim(year, claimant, group, place, inGroup, claims.size()));
                }
            }
        }
        return claims;
    }

    private int total(SkillShape.Year year, SkillGroup group) {
        return shape.seats().stream()
                .mapToInt(seat -> year.places(group).of(seat.holder()))
                .sum();
    }

    private SkillClaim claim(
            SkillShape.Year year, Claimant claimant, SkillGroup group, int place, int inGroup, int overall) {
        Trade trade = trades.get(nextTrade++ % trades.size());
        SkillLevel before = levelBefore(year, group, place, inGroup);
        SkillLevel reached =
                before == null ? place % 2 == 0 ? SkillLevel.BEGINNER : SkillLevel.INTERMEDIATE : before.next();
        int all = total(year, SkillGroup.HOLDERS) + total(year, SkillGroup.STARTERS);
        Route route = chosen(overall, all, year.contests())
                ? Route.CONTEST
                : place % 3 == 0 ? Route.SELF_STUDY : Route.TRAINING;
        return new SkillClaim(
                claimant,
                before == null ? null : issuer.issueEarlier(trade, before),
                issuer.issue(year.year(), trade, reached, route),
                group,
                Fate.APPROVED);
    }

    /** The level somebody held before; null for none. */
    private static @Nullable SkillLevel levelBefore(SkillShape.Year year, SkillGroup group, int place, int inGroup) {
        return switch (group) {
            case HOLDERS -> {
                int high = year.technicians() + year.seniorTechnicians();
                if (!chosen(place, inGroup, high)) {
                    yield SkillLevel.INTERMEDIATE;
                }
                int among = (int) ((long) place * high / inGroup);
                yield chosen(among, high, year.seniorTechnicians()) ? SkillLevel.TECHNICIAN : SkillLevel.SENIOR;
            }
            case STARTERS -> place % BEGINNERS_IN == 1 ? SkillLevel.BEGINNER : null;
        };
    }

    /** Chooses {@code chosen} of {@code all} evenly: whether the one at this place is among them. */
    private static boolean chosen(int place, int all, int chosen) {
        return (long) (place + 1) * chosen / all > (long) place * chosen / all;
    }

    /** Which approved claim turns out false: one of somebody who signs in if there is any, gained by training. */
    private static SkillClaim falseOne(List<SkillClaim> approved) {
        List<SkillClaim> trained = approved.stream()
                .filter(c -> c.group() == SkillGroup.STARTERS && c.certificate().route() != Route.CONTEST)
                .toList();
        return trained.stream().filter(c -> c.claimant().signsIn()).findFirst().orElseGet(trained::getLast);
    }

    private static List<SkillClaim> returned(
            SkillShape.Year year, List<SkillClaim> approved, SkillGroup group, @Nullable SkillClaim falseOne) {
        int count = group == SkillGroup.HOLDERS ? year.returnedHolders() : year.returnedStarters();
        List<SkillClaim> candidates = approved.stream()
                .filter(c -> c.group() == group && !c.equals(falseOne))
                .toList();
        List<SkillClaim> returned = new ArrayList<>(candidates.stream()
                .filter(c -> c.claimant().signsIn())
                .limit(count)
                .toList());
        for (int i = 0; returned.size() < count; i += OTHER_STRIDE) {
            SkillClaim candidate = candidates.get(i % candidates.size());
            if (!returned.contains(candidate)) {
                returned.add(candidate);
            }
        }
        return returned;
    }

    private record Line(Seat seat, SkillGroup group) {}

    private List<SkillClaim> waitlisted(SkillShape.Year year, @Nullable SkillClaim falseOne) {
        List<Line> lines = lines(year, falseOne);
        List<SkillClaim> claims = new ArrayList<>();
        for (int i = 0; i < year.waitlisted(); i++) {
            Line line = lines.get(i % lines.size());
            Trade trade = trades.get(i % trades.size());
            boolean holds = line.group() == SkillGroup.HOLDERS;
            Claimant claimant =
                    !holds && i < lines.size() ? ownOr(year, Fate.WAITLISTED, line.seat()) : someone(line.seat());
            claims.add(new SkillClaim(
                    claimant,
                    holds ? issuer.issueEarlier(trade, SkillLevel.INTERMEDIATE) : null,
                    issuer.issue(
                            year.year(), trade, holds ? SkillLevel.SENIOR : SkillLevel.INTERMEDIATE, Route.TRAINING),
                    line.group(),
                    Fate.WAITLISTED));
        }
        return claims;
    }

    /** The lines in which people wait: where the false certificate leaves a place, where somebody signs in, elsewhere. */
    private List<Line> lines(SkillShape.Year year, @Nullable SkillClaim falseOne) {
        List<Line> lines = new ArrayList<>();
        Optional.ofNullable(falseOne)
                .ifPresent(c -> lines.add(new Line(c.claimant().seat(), SkillGroup.STARTERS)));
        year.own().stream()
                .filter(own -> own.fate() == Fate.WAITLISTED)
                .forEach(own -> lines.add(new Line(Seat.at(own.number() % Seat.PLACES), SkillGroup.STARTERS)));
        int wanted = Math.max(LINES_MIN, year.waitlisted() / LINE);
        for (int i = 1; lines.size() < wanted; i++) {
            Line line = new Line(seat(i * STRIDE), i % 3 == 0 ? SkillGroup.HOLDERS : SkillGroup.STARTERS);
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<SkillClaim> refused(SkillShape.Year year, List<SkillClaim> approved) {
        List<SkillClaim> claims = new ArrayList<>();
        var refusals = year.refusals();
        for (int i = 0; i < refusals.certificateWrong(); i++) {
            claims.add(wrongCertificate(year, approved, i));
        }
        for (int i = 0; i < refusals.levelNotHigher(); i++) {
            Trade trade = trades.get(i % trades.size());
            claims.add(new SkillClaim(
                    i == 0 ? ownElse(year, Fate.LEVEL_NOT_HIGHER, seat(i)) : someone(seat(i * OTHER_STRIDE)),
                    issuer.issueEarlier(trade, SkillLevel.SENIOR),
                    issuer.issue(year.year(), trade, SkillLevel.SENIOR, Route.TRAINING),
                    SkillGroup.HOLDERS,
                    Fate.LEVEL_NOT_HIGHER));
        }
        for (int i = 0; i < refusals.claimedBefore(); i++) {
            SkillClaim first = approved.get(1 + i * OTHER_STRIDE);
            SkillCertificate same = first.certificate();
            claims.add(new SkillClaim(
                    first.claimant(),
                    null,
                    issuer.issue(year.year(), same.trade(), same.level(), Route.TRAINING),
                    SkillGroup.HOLDERS,
                    Fate.CLAIMED_BEFORE));
        }
        for (int i = 0; i < refusals.notNonpublic(); i++) {
            claims.add(new SkillClaim(
                    someone(Seat.inStateFirm()),
                    null,
                    issuer.issue(year.year(), trades.get(i % trades.size()), SkillLevel.INTERMEDIATE, Route.TRAINING),
                    SkillGroup.STARTERS,
                    Fate.UNIT_NOT_NONPUBLIC));
        }
        return claims;
    }

    /** A certificate whose number contradicts the level or the date, names no issuer, or is somebody else's. */
    private SkillClaim wrongCertificate(SkillShape.Year year, List<SkillClaim> approved, int i) {
        Claimant claimant = i == 0 ? ownElse(year, Fate.CERTIFICATE_WRONG, seat(i)) : someone(seat(i * STRIDE));
        SkillCertificate wrong = i % FLAWS < FLAWS - 1
                ? issuer.forge(i % FLAWS, year.year(), trades.get(i % trades.size()))
                : approved.get(i).certificate();
        return new SkillClaim(claimant, null, wrong, SkillGroup.STARTERS, Fate.CERTIFICATE_WRONG);
    }

    private Seat seat(int place) {
        return shape.seats().get(place % shape.seats().size());
    }

    private Claimant someone(Seat seat) {
        return new Claimant(nextNumber++, seat);
    }

    /** The one who signs in, works here and plays this part; else somebody new. */
    private Claimant ownOr(SkillShape.Year year, Fate fate, Seat seat) {
        return own(year, fate)
                .filter(own -> own.seat().equals(seat))
                .findFirst()
                .orElseGet(() -> someone(seat));
    }

    /** The one who signs in and plays this part, wherever; else somebody new here. */
    private Claimant ownElse(SkillShape.Year year, Fate fate, Seat seat) {
        return own(year, fate).findFirst().orElseGet(() -> someone(seat));
    }

    private static Stream<Claimant> own(SkillShape.Year year, Fate fate) {
        return year.own().stream()
                .filter(own -> own.fate() == fate)
                .map(Own::number)
                .map(number -> new Claimant(number, Seat.at(number % Seat.PLACES)));
    }
}
