package org.gongxue.reward.quota;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.kit.authority.Offices;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.PolicyDocument.Ceiling;
import org.gongxue.reward.policy.PolicyDocument.QuotaSelection;
import org.gongxue.reward.policy.QuotaGrids;
import org.gongxue.reward.quota.QuotaCommand.ProposeQuota;
import org.jspecify.annotations.Nullable;

/** Whether cells can have so many places: what stands in the way first, with the cell it concerns. */
final class QuotaCheck {

    /** The most places of one cell. */
    static final int PLACES_MAX = 1_000_000;

    /** The most bytes of all cells together: a grid's state holds them while they wait for the second person. */
    static final int CELLS_BYTES_MAX = 14_000;

    private static final int UNIT_CHARS_MAX = 60;

    /** What a cell takes in JSON besides its unit and group. */
    private static final int CELL_BYTES = 45;

    private final View view;
    private final PolicyDocument policy;
    private final QuotaSelection quota;
    private final int year;

    QuotaCheck(View view, PolicyDocument policy, QuotaSelection quota, int year) {
        this.view = view;
        this.policy = policy;
        this.quota = quota;
        this.year = year;
    }

    /** Whether this could be a unit's id at all. */
    static boolean isNamed(String unit) {
        return !unit.isEmpty()
                && unit.length() <= UNIT_CHARS_MAX
                && unit.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /** What is wrong with the cells as they are written. */
    Optional<Refusal> written(List<CellPlaces> cells) {
        if (cells.isEmpty() || cells.size() > ProposeQuota.CELLS_MAX) {
            return Optional.of(Refusal.invalid(
                    "QUOTA_CELLS_COUNT", "cells", Integer.toString(cells.size()), "1–" + ProposeQuota.CELLS_MAX));
        }
        var bytes = cells.stream().mapToInt(QuotaCheck::bytes).sum();
        if (bytes > CELLS_BYTES_MAX) {
            return Optional.of(Refusal.invalid(
                    "EVENT_TOO_LARGE", "cells", Integer.toString(bytes), Integer.toString(CELLS_BYTES_MAX)));
        }
        var seen = new HashSet<QuotaCell>();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var fault = written("cells[" + i + "]", cell);
            if (fault.isPresent()) {
                return fault;
            }
            if (!seen.add(id(cell))) {
                return Optional.of(Refusal.invalid(
                        "QUOTA_CELL_TWICE", "cells[" + i + "]", cell.unitId() + " " + cell.group(), null));
            }
        }
        return Optional.empty();
    }

    private static int bytes(CellPlaces cell) {
        return CELL_BYTES
                + cell.unitId().getBytes(StandardCharsets.UTF_8).length
                + cell.group().getBytes(StandardCharsets.UTF_8).length;
    }

    private Optional<Refusal> written(String field, CellPlaces cell) {
        if (ceiling(cell.group()) == null) {
            return Optional.of(Refusal.invalid(
                    "QUOTA_NO_CEILING",
                    field + ".group",
                    cell.group(),
                    String.join(
                            ", ",
                            quota.ceilings().stream()
                                    .filter(c -> c.year() == year)
                                    .map(Ceiling::group)
                                    .toList())));
        }
        if (quota.unitBy() == null ? !cell.unitId().equals(QuotaCell.WHOLE) : !isUnit(cell)) {
            return Optional.of(Refusal.invalid(
                    "QUOTA_UNIT_UNKNOWN",
                    field + ".unitId",
                    cell.unitId(),
                    quota.unitBy() == null ? QuotaCell.WHOLE : null));
        }
        if (cell.places() < 0 || cell.places() > PLACES_MAX) {
            return Optional.of(Refusal.invalid(
                    "QUOTA_PLACES_RANGE", field + ".places", Integer.toString(cell.places()), "0–" + PLACES_MAX));
        }
        return Optional.empty();
    }

    private boolean isUnit(CellPlaces cell) {
        var unit =
                isNamed(cell.unitId()) ? view.state(Offices.UNIT, cell.unitId()).unit() : null;
        return unit != null && quota.allotsTo(unit.path());
    }

    /** Places once allotted are not allotted again but reallocated, and the reason says so. */
    Optional<Refusal> reason(QuotaReason reason, List<CellPlaces> cells) {
        return reason == QuotaReason.ALLOTMENT
                        && cells.stream().anyMatch(cell -> state(cell).places() > 0)
                ? Optional.of(Refusal.conflict(
                        "QUOTA_REASON_NEEDED",
                        "reasonCode",
                        reason.name(),
                        QuotaReason.REALLOCATION + ", " + QuotaReason.CORRECTION))
                : Optional.empty();
    }

    /** Whether the cells can have these places now: the year is not over, none below its use, no group above its ceiling. */
    Optional<Refusal> now(LocalDate today, QuotaGrids.GridState grid, List<CellPlaces> cells) {
        if (today.getYear() > year) {
            return Optional.of(Refusal.conflict("QUOTA_YEAR_ENDED", "year", today.toString(), "<= " + year + "-12-31"));
        }
        return belowUse(cells).or(() -> aboveCeiling(grid, cells));
    }

    private Optional<Refusal> belowUse(List<CellPlaces> cells) {
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var used = state(cell).used();
            if (cell.places() < used) {
                return Optional.of(Refusal.conflict(
                                "QUOTA_BELOW_USE",
                                "cells[" + i + "].places",
                                Integer.toString(cell.places()),
                                ">= " + used)
                        .withFacts(Map.of("unit", cell.unitId(), "group", cell.group(), "used", used + "")));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> aboveCeiling(QuotaGrids.GridState grid, List<CellPlaces> cells) {
        for (var group : cells.stream().map(CellPlaces::group).distinct().toList()) {
            var total = total(grid, group, cells);
            var ceiling = ceiling(group);
            if (ceiling == null || (total > ceiling && total > grid.total(group))) {
                return Optional.of(
                        Refusal.conflict("QUOTA_ABOVE_CEILING", "cells", Long.toString(total), "<= " + ceiling)
                                .withFacts(Map.of("group", group, "year", Integer.toString(year))));
            }
        }
        return Optional.empty();
    }

    /** 调剂 moves places and makes none: whoever looks after a part of the union cannot use up what others have not asked for yet. */
    Optional<Refusal> raised(QuotaGrids.GridState grid, List<CellPlaces> cells) {
        return cells.stream()
                .map(CellPlaces::group)
                .distinct()
                .filter(group -> total(grid, group, cells) > grid.total(group))
                .findFirst()
                .map(group -> Refusal.conflict(
                                "QUOTA_TOTAL_RAISED",
                                "cells",
                                Long.toString(total(grid, group, cells)),
                                "<= " + grid.total(group))
                        .withFacts(Map.of("group", group)));
    }

    /** What a group's cells would come to. */
    long total(QuotaGrids.GridState grid, String group, List<CellPlaces> cells) {
        return grid.total(group)
                + cells.stream()
                        .filter(cell -> cell.group().equals(group))
                        .mapToLong(cell -> cell.places() - state(cell).places())
                        .sum();
    }

    private @Nullable Integer ceiling(String group) {
        return quota.ceilings().stream()
                .filter(c -> c.year() == year && c.group().equals(group))
                .map(Ceiling::places)
                .findFirst()
                .orElse(null);
    }

    private QuotaCellState state(CellPlaces cell) {
        return view.state(QuotaCells.CELL, QuotaCells.cellId(id(cell)));
    }

    QuotaCell id(CellPlaces cell) {
        return new QuotaCell(policy.policyId(), year, cell.unitId(), cell.group());
    }
}
