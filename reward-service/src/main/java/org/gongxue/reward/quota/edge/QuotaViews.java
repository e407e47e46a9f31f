package org.gongxue.reward.quota.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Caller;
import org.gongxue.reward.authority.edge.SeenUnits;
import org.gongxue.reward.quota.QuotaCells;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of places. An officer sees the cells of the own subtrees; their sums are of those. */
@RequestScoped
class QuotaViews {

    /** A group's places over all cells the reader sees; {@code ceiling} is the policy's, for all units together. */
    public record GroupView(String group, int ceiling, int allotted, int used, int waiting) {}

    /** A policy's places of one year. */
    public record QuotaView(String policyId, int policyVersion, String name, int year, List<GroupView> groups) {}

    /** The most places of a group, all units together. */
    public record CeilingView(String group, int places) {}

    /**
     * One cell: 分配, 占用, 候补, 剩余.
     *
     * @param unitId the unit, or {@code *} when the policy does not divide its places by unit
     * @param unitLevel absent for {@code *}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CellView(
            String cellId,
            String unitId,
            String unitName,
            @Nullable String unitLevel,
            String group,
            int places,
            int used,
            int waiting,
            int left) {}

    /** A proposal that waits for its second person, shown to whoever sees all of its cells. */
    public record ProposalView(
            int number,
            int policyVersion,
            String digest,
            String reasonCode,
            String proposedBy,
            boolean proposedByMe,
            List<CellPlaces> cells) {}

    /** The grid of a policy's year; units that have no places yet are there with none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GridView(
            String policyId,
            int policyVersion,
            String name,
            int year,
            List<String> groups,
            List<CeilingView> ceilings,
            List<CellView> cells,
            @Nullable ProposalView proposal) {}

    /** Who waits for a place of a cell, and since when. */
    public record WaitingView(int position, String entitlementId, String learnerId, LocalDate since) {}

    private static final Comparator<Unit> TREE = Comparator.<Unit, UnitLevel>comparing(
                    unit -> UnitLevel.valueOf(unit.level))
            .thenComparing(unit -> unit.unitId);

    private final Caller caller;

    QuotaViews(Caller caller) {
        this.caller = caller;
    }

    QuotaView view(QuotaPolicy quota, Set<String> seen) {
        var policy = quota.policy();
        var cells = QuotaCellRow.of(policy.policyId(), quota.year());
        var sees = sees(cells.stream().map(c -> c.unitId).toList(), seen);
        var groups = new ArrayList<GroupView>();
        quota.ceilings().forEach((group, ceiling) -> {
            var own = cells.stream()
                    .filter(c -> c.group.equals(group) && sees.test(c.unitId))
                    .toList();
            groups.add(new GroupView(
                    group,
                    ceiling,
                    own.stream().mapToInt(c -> c.places).sum(),
                    own.stream().mapToInt(c -> c.used).sum(),
                    own.stream().mapToInt(c -> c.waiting).sum()));
        });
        return new QuotaView(policy.policyId(), policy.version(), policy.name(), quota.year(), groups);
    }

    GridView grid(QuotaPolicy quota, Set<String> seen) {
        var policy = quota.policy();
        var ceilings = quota.ceilings();
        return new GridView(
                policy.policyId(),
                policy.version(),
                policy.name(),
                quota.year(),
                List.copyOf(ceilings.keySet()),
                ceilings.entrySet().stream()
                        .map(c -> new CeilingView(c.getKey(), c.getValue()))
                        .toList(),
                cells(quota, seen),
                QuotaProposalRow.open(policy.policyId(), quota.year())
                        .filter(p -> seesAll(p, seen))
                        .map(this::proposal)
                        .orElse(null));
    }

    private static List<CellView> cells(QuotaPolicy quota, Set<String> seen) {
        var rows = new HashMap<QuotaCell, QuotaCellRow>();
        QuotaCellRow.of(quota.policy().policyId(), quota.year())
                .forEach(row -> rows.put(quota.cell(row.unitId, row.group), row));
        var cells = new ArrayList<CellView>();
        if (seen.contains(Offices.EVERYWHERE) && quota.quota().unitBy() == null) {
            quota.ceilings().keySet().forEach(group -> cells.add(cell(quota.cell(QuotaCell.WHOLE, group), null, rows)));
        }
        for (var unit : units(quota, rows.keySet())) {
            if (SeenUnits.hold(seen, List.of(unit.path))) {
                quota.ceilings().keySet().forEach(group -> cells.add(cell(quota.cell(unit.unitId, group), unit, rows)));
            }
        }
        return cells;
    }

    /** Those that may have places and those that have, in the order of the tree's levels. */
    private static List<Unit> units(QuotaPolicy quota, Set<QuotaCell> cells) {
        var units = new LinkedHashMap<String, Unit>();
        quota.units().forEach(unit -> units.put(unit.unitId, unit));
        var others = new HashSet<String>();
        cells.stream()
                .map(QuotaCell::unitId)
                .filter(id -> !units.containsKey(id))
                .forEach(others::add);
        units.putAll(Unit.byId(others));
        return units.values().stream().sorted(TREE).toList();
    }

    private static CellView cell(QuotaCell cell, @Nullable Unit unit, Map<QuotaCell, QuotaCellRow> rows) {
        var row = rows.get(cell);
        var places = row == null ? 0 : row.places;
        var used = row == null ? 0 : row.used;
        return new CellView(
                QuotaCells.cellId(cell),
                cell.unitId(),
                unit == null ? cell.unitId() : unit.name,
                unit == null ? null : unit.level,
                cell.group(),
                places,
                used,
                row == null ? 0 : row.waiting,
                places - used);
    }

    private ProposalView proposal(QuotaProposalRow row) {
        return new ProposalView(
                row.id.number(),
                row.policyVersion,
                row.digest,
                row.reasonCode,
                row.proposedBy,
                row.proposedBy.equals(caller.subject()),
                row.cells);
    }

    private static boolean seesAll(QuotaProposalRow proposal, Set<String> seen) {
        var units = proposal.cells.stream().map(CellPlaces::unitId).distinct().toList();
        return units.stream().allMatch(sees(units, seen));
    }

    /** Which of some units the reader sees; the whole, {@code *}, only who sees all. */
    private static Predicate<String> sees(List<String> unitIds, Set<String> seen) {
        if (seen.contains(Offices.EVERYWHERE)) {
            return _ -> true;
        }
        var units = Unit.byId(Set.copyOf(unitIds));
        return id -> units.containsKey(id) && SeenUnits.hold(seen, List.of(units.get(id).path));
    }
}
