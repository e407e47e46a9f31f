package org.gongxue.reward.quota.edge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.kit.door.Messages;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.reward.sheet.edge.SheetFile;
import org.gongxue.reward.sheet.edge.SheetFile.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filled-in sheet of places: what it would change, and every cell that cannot be taken with its row and column.
 * An empty cell leaves the places as they are. Nothing is stored; the proposal is checked again when it is made.
 */
final class QuotaSheet {

    private static final int ROWS_MAX = 2_000;
    private static final int HEADING_ROWS_MAX = 20;
    private static final int PLACES_MAX = 1_000_000;

    /** A cell as the sheet has it; {@code before} are the places it has now. */
    public record CellRead(String unitId, String unitName, String group, int places, int before) {}

    /** A cell that cannot be taken: where it stands, why, and what to do about it. */
    public record CellError(int row, String column, String value, String code, String reason, String mend) {}

    /** What a group would come to with the sheet, all units together. */
    public record GroupTotal(String group, long places, int ceiling) {}

    /** What a sheet says. */
    public record Preview(List<CellRead> cells, List<CellError> errors, List<GroupTotal> totals) {}

    private final QuotaPolicy quota;
    private final OwnUnits own;
    private final Locale locale;
    private final Map<String, Integer> ceilings;
    private final Map<QuotaCell, QuotaCellRow> known = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Integer> seenInRow = new HashMap<>();
    private final List<CellRead> cells = new ArrayList<>();
    private final List<CellError> errors = new ArrayList<>();

    QuotaSheet(QuotaPolicy quota, OwnUnits own, Locale locale) {
        this.quota = quota;
        this.own = own;
        this.locale = locale;
        this.ceilings = quota.ceilings();
        QuotaCellRow.of(quota.policy().policyId(), quota.year())
                .forEach(row -> known.put(quota.cell(row.unitId, row.group), row));
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException (422) if it is no spreadsheet or lacks a column
     */
    Preview read(byte[] file) {
        var rows = SheetFile.read(file, ROWS_MAX);
        var headings = findHeadings(rows);
        var body = rows.subList(headings + 1, rows.size());
        units.putAll(Unit.byId(
                body.stream().map(row -> text(row, QuotaTemplate.UNIT_ID)).collect(Collectors.toSet())));
        body.forEach(this::read);
        return new Preview(cells, errors, totals());
    }

    private int findHeadings(List<SheetRow> rows) {
        for (var i = 0; i < Math.min(HEADING_ROWS_MAX, rows.size()); i++) {
            if (rows.get(i).cells().contains(QuotaTemplate.UNIT_ID)) {
                findColumns(rows.get(i));
                return i;
            }
        }
        throw missing(QuotaTemplate.UNIT_ID);
    }

    private void findColumns(SheetRow headings) {
        for (var i = 0; i < headings.cells().size(); i++) {
            columns.putIfAbsent(headings.text(i), i);
        }
        ceilings.keySet().stream()
                .filter(group -> !columns.containsKey(group))
                .findFirst()
                .ifPresent(group -> {
                    throw missing(group);
                });
    }

    private static RefusedException missing(String column) {
        return new RefusedException(Refusal.invalid("COLUMN_MISSING", "file", null, column));
    }

    private void read(SheetRow row) {
        var unitId = text(row, QuotaTemplate.UNIT_ID);
        var fault = unitFault(row, unitId);
        if (fault != null) {
            errors.add(fault);
            return;
        }
        seenInRow.put(unitId, row.number());
        ceilings.keySet().forEach(group -> readPlaces(row, unitId, group));
    }

    private @Nullable CellError unitFault(SheetRow row, String unitId) {
        if (unitId.isEmpty()) {
            return error(row, QuotaTemplate.UNIT_ID, "QUOTA_UNIT_MISSING", Map.of());
        }
        var unit = units.get(unitId);
        if (quota.quota().unitBy() == null ? !unitId.equals(QuotaCell.WHOLE) : unit == null || !quota.allotsTo(unit)) {
            return error(row, QuotaTemplate.UNIT_ID, "QUOTA_UNIT_UNKNOWN", Map.of());
        }
        if (unit == null ? !own.holdWhole() : !own.hold(unit)) {
            return error(row, QuotaTemplate.UNIT_ID, "QUOTA_NOT_BELOW_YOU", Map.of());
        }
        var first = seenInRow.get(unitId);
        if (first != null) {
            return error(row, QuotaTemplate.UNIT_ID, "QUOTA_UNIT_TWICE", Map.of("first", first.toString()));
        }
        var name = text(row, QuotaTemplate.UNIT_NAME);
        return unit == null || name.isEmpty() || name.equals(unit.name)
                ? null
                : error(row, QuotaTemplate.UNIT_NAME, "QUOTA_UNIT_NAME", Map.of("needed", unit.name));
    }

    private void readPlaces(SheetRow row, String unitId, String group) {
        var text = Normalizer.normalize(text(row, group), Normalizer.Form.NFKC);
        if (text.isEmpty()) {
            return;
        }
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > PLACES_MAX) {
            errors.add(error(row, group, "QUOTA_PLACES_UNREADABLE", Map.of("needed", "0–" + PLACES_MAX)));
            return;
        }
        var places = Integer.parseInt(text);
        var now = known.get(quota.cell(unitId, group));
        var used = now == null ? 0 : now.used;
        if (places < used) {
            errors.add(error(
                    row,
                    group,
                    "QUOTA_BELOW_USE",
                    Map.of("unit", unitId, "group", group, "used", used + "", "needed", ">= " + used)));
            return;
        }
        var unit = units.get(unitId);
        cells.add(new CellRead(unitId, unit == null ? unitId : unit.name, group, places, now == null ? 0 : now.places));
    }

    /** With every cell of the sheet that can be taken, and those it does not name as they are. */
    private List<GroupTotal> totals() {
        return ceilings.entrySet().stream()
                .map(ceiling -> new GroupTotal(
                        ceiling.getKey(),
                        known.values().stream()
                                        .filter(row -> row.group.equals(ceiling.getKey()))
                                        .mapToLong(row -> row.places)
                                        .sum()
                                + cells.stream()
                                        .filter(cell -> cell.group().equals(ceiling.getKey()))
                                        .mapToLong(cell -> cell.places() - cell.before())
                                        .sum(),
                        ceiling.getValue()))
                .toList();
    }

    private CellError error(SheetRow row, String column, String code, Map<String, String> facts) {
        var value = text(row, column);
        var all = new TreeMap<>(facts);
        all.put("column", column);
        all.put("value", value);
        return new CellError(
                row.number(),
                column,
                value,
                code,
                Messages.text(code, all, locale),
                Messages.text(code + ".mend", all, locale));
    }

    private String text(SheetRow row, String heading) {
        var column = columns.get(heading);
        return column == null ? "" : row.text(column);
    }
}
