package org.gongxue.reward.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.reward.entitlement.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The city's rewards as clerks with cards, drawers and lists would keep them: no events, no decisions, every rule written a
 * second time in the plainest way. What the service makes of the same deeds has to agree with it.
 */
final class NaiveCity {

    /** A line of people: who joined, in order, and how many were dealt with. */
    static final class Line {
        final List<NaiveClaim> joined = new ArrayList<>();
        int served;

        boolean anybody() {
            return served < joined.size();
        }
    }

    /** A drawer of places. */
    static final class Cell {
        int places;
        final Set<NaiveClaim> holders = new LinkedHashSet<>();
        final Line line = new Line();
    }

    /** A drawer of money. */
    static final class Fund {
        boolean open;
        final Map<LedgerAccount, Long> balances = new EnumMap<>(LedgerAccount.class);
        final Line line = new Line();

        long available() {
            return balances.getOrDefault(LedgerAccount.AVAILABLE, 0L);
        }

        boolean has(long fen) {
            return open && available() >= fen;
        }
    }

    final Map<String, NaiveClaim> claims = new LinkedHashMap<>();
    final Map<String, NaiveClaim> keyHolders = new HashMap<>();
    final Map<String, Cell> cells = new LinkedHashMap<>();
    final Map<String, Fund> funds = new LinkedHashMap<>();
    int year;

    Cell cell(String id) {
        return cells.computeIfAbsent(id, _ -> new Cell());
    }

    Fund fund(String id) {
        return funds.computeIfAbsent(id, _ -> new Fund());
    }

    /** Everybody who waits in a line, next one first. */
    static List<NaiveClaim> waiting(Line line) {
        return List.copyOf(line.joined.subList(line.served, line.joined.size()));
    }

    void open(NaiveClaim claim, boolean good) {
        claims.put(claim.id, claim);
        var taken = claim.keys.stream().anyMatch(keyHolders::containsKey);
        var place = claim.cell == null ? null : cell(claim.cell);
        var noPlace = place != null && (place.holders.size() >= place.places || place.line.anybody());
        var noMoney = lacking(claim, null) != null;
        if (!good || taken) {
            claim.stage = Stage.REFUSED;
        } else if (!claim.policy.waitlist() && (noPlace || noMoney)) {
            claim.stage = Stage.REFUSED;
        } else {
            claim.keys.forEach(key -> keyHolders.put(key, claim));
            if (noPlace) {
                join(claim, place.line, claim.cell);
            } else {
                takePlace(claim);
                money(claim, lacking(claim, null));
            }
        }
    }

    private void takePlace(NaiveClaim claim) {
        if (claim.cell != null) {
            cell(claim.cell).holders.add(claim);
            claim.hasPlace = true;
        }
    }

    private void join(NaiveClaim claim, Line line, String id) {
        line.joined.add(claim);
        claim.stage = Stage.WAITLISTED;
        claim.line = id;
        claim.position = line.joined.size();
    }

    /**
     * The first fund that cannot pay.
     *
     * @param heads the fund whose line it heads; null who comes from no fund's line
     */
    private @Nullable String lacking(NaiveClaim claim, @Nullable String heads) {
        for (var share : claim.shares.entrySet()) {
            var fund = fund(share.getKey());
            var respectsLine = heads == null || share.getKey().compareTo(heads) > 0;
            if (share.getValue() > 0 && (!fund.has(share.getValue()) || (respectsLine && fund.line.anybody()))) {
                return share.getKey();
            }
        }
        return null;
    }

    private void money(NaiveClaim claim, @Nullable String lacking) {
        if (lacking != null) {
            join(claim, fund(lacking).line, lacking);
        } else if (claim.policy.officer()) {
            move(claim, LedgerAccount.AVAILABLE, LedgerAccount.HELD);
            claim.stage = Stage.HELD;
        } else {
            move(claim, LedgerAccount.AVAILABLE, LedgerAccount.PAYABLE);
            claim.stage = Stage.APPROVED;
        }
    }

    void move(NaiveClaim claim, LedgerAccount from, LedgerAccount to) {
        claim.shares.forEach((fundId, fen) -> move(fundId, from, to, fen));
    }

    void move(String fundId, LedgerAccount from, LedgerAccount to, long fen) {
        if (fen != 0) {
            var balances = fund(fundId).balances;
            balances.merge(from, -fen, Long::sum);
            balances.merge(to, fen, Long::sum);
        }
    }

    /** Deals with those of a line who are offered in the right order, until one cannot be served. */
    void givePlaces(String cellId, List<NaiveClaim> offered) {
        var cell = cell(cellId);
        for (var claim : offered) {
            if (!cell.line.anybody() || cell.line.joined.get(cell.line.served) != claim || claim.cellYear < year) {
                return;
            }
            if (waitsIn(claim, cellId)) {
                if (cell.holders.size() >= cell.places) {
                    return;
                }
                takePlace(claim);
                money(claim, lacking(claim, null));
            }
            cell.line.served++;
        }
    }

    void giveMoney(String fundId, List<NaiveClaim> offered) {
        var line = fund(fundId).line;
        var next = line.served;
        for (var claim : offered) {
            if (next >= line.joined.size() || line.joined.get(next) != claim || claim.position != next + 1) {
                break;
            }
            if (waitsIn(claim, fundId)) {
                if (!fund(fundId).has(claim.shares.get(fundId))) {
                    break;
                }
                money(claim, lacking(claim, fundId));
            }
            next++;
        }
        line.served = next;
    }

    void expire(String cellId, List<NaiveClaim> offered) {
        var cell = cell(cellId);
        for (var claim : offered) {
            if (!cell.line.anybody() || cell.line.joined.get(cell.line.served) != claim || claim.cellYear >= year) {
                return;
            }
            if (waitsIn(claim, cellId) && cell.holders.size() < cell.places) {
                takePlace(claim);
                money(claim, lacking(claim, null));
            } else if (waitsIn(claim, cellId)) {
                claim.stage = Stage.EXPIRED;
                releaseKeys(claim);
            }
            cell.line.served++;
        }
    }

    private static boolean waitsIn(NaiveClaim claim, String line) {
        return claim.stage == Stage.WAITLISTED && line.equals(claim.line);
    }

    void releaseKeys(NaiveClaim claim) {
        claim.keys.forEach(key -> keyHolders.remove(key, claim));
    }

    private void leavePlace(NaiveClaim claim) {
        if (claim.hasPlace) {
            cell(claim.cell).holders.remove(claim);
            claim.hasPlace = false;
        }
    }

    void judge(NaiveClaim claim, boolean approve) {
        if (claim.stage != Stage.HELD) {
            return;
        }
        if (approve) {
            move(claim, LedgerAccount.HELD, LedgerAccount.PAYABLE);
            claim.stage = Stage.APPROVED;
        } else {
            end(claim, Stage.REFUSED);
        }
    }

    void cancel(NaiveClaim claim) {
        var waitsOrHeld = claim.stage == Stage.WAITLISTED || claim.stage == Stage.HELD;
        if (waitsOrHeld || claim.free()) {
            end(claim, Stage.CANCELLED);
        }
    }

    /** Nothing was paid, nothing will be. */
    private void end(NaiveClaim claim, Stage stage) {
        if (claim.stage == Stage.HELD) {
            move(claim, LedgerAccount.HELD, LedgerAccount.AVAILABLE);
        } else if (claim.owed()) {
            move(claim, LedgerAccount.PAYABLE, LedgerAccount.AVAILABLE);
        }
        claim.stage = stage;
        leavePlace(claim);
        releaseKeys(claim);
    }

    void revoke(NaiveClaim claim) {
        if (claim.revoked
                || claim.stage == Stage.REFUSED
                || claim.stage == Stage.CANCELLED
                || claim.stage == Stage.EXPIRED) {
            return;
        }
        claim.revoked = true;
        leavePlace(claim);
        if (claim.stage == Stage.PAID) {
            claimBack(claim);
        } else if (claim.stage == Stage.RECOVERED) {
            releaseKeys(claim);
        } else if (claim.stage != Stage.RECOVERING && !atTheBank(claim)) {
            if (claim.owed() && !claim.free() && claim.batch.stage == NaiveBatch.AT_THE_BANK) {
                claim.batch.takenOut++;
                bankReturned(claim);
                return;
            }
            if (claim.owed() && !claim.free()) {
                claim.batch.holdsRevoked = true;
            }
            end(claim, Stage.CANCELLED);
        }
    }

    private static boolean atTheBank(NaiveClaim claim) {
        return claim.owed() && !claim.free() && claim.batch.exported;
    }

    void orderRecovery(NaiveClaim claim) {
        if (claim.stage == Stage.PAID) {
            leavePlace(claim);
            claimBack(claim);
        }
    }

    private void claimBack(NaiveClaim claim) {
        move(claim, LedgerAccount.PAID, LedgerAccount.RECEIVABLE);
        claim.stage = Stage.RECOVERING;
    }

    void receive(NaiveClaim claim) {
        if (claim.stage == Stage.RECOVERING) {
            move(claim, LedgerAccount.RECEIVABLE, LedgerAccount.AVAILABLE);
            claim.stage = Stage.RECOVERED;
            if (claim.revoked) {
                releaseKeys(claim);
            }
        }
    }

    void bankPaid(NaiveClaim claim) {
        if (claim.owed() && !claim.bankAnswered) {
            move(claim, LedgerAccount.IN_TRANSIT, LedgerAccount.PAID);
            claim.stage = Stage.PAID;
            claim.bankAnswered = true;
            if (claim.revoked) {
                claimBack(claim);
            }
        }
    }

    void bankReturned(NaiveClaim claim) {
        var paid = claim.stage == Stage.PAID;
        if (paid || (claim.owed() && !claim.bankAnswered)) {
            move(claim, paid ? LedgerAccount.PAID : LedgerAccount.IN_TRANSIT, LedgerAccount.PAYABLE);
            claim.stage = Stage.RETURNED;
            claim.bankAnswered = true;
            if (claim.revoked) {
                end(claim, Stage.CANCELLED);
            }
        }
    }
}
