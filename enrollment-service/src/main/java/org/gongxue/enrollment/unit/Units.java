package org.gongxue.enrollment.unit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.unit.UnitCommand.RegisterUnit;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.authority.Offices;
import org.jspecify.annotations.Nullable;

/** Decides where a unit stands in the tree. */
public final class Units {

    /** City, district and up to four levels of grassroots below. */
    static final int DEPTH_MAX = 6;

    private Units() {}

    static Decision register(View view, RegisterUnit c) {
        var above = c.parentId() == null ? Offices.EVERYWHERE : c.parentId();
        var mayNot = Acting.mayAct(view, StaffRole.ADMINISTRATOR, above);
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        var parent = c.parentId() == null
                ? null
                : view.state(Offices.UNIT, c.parentId()).unit();
        var unfit = unfit(c, parent);
        if (unfit.isPresent()) {
            return Decision.refused(unfit.get());
        }
        var unit = registered(c, parent);
        var known = view.state(Offices.UNIT, c.unitId()).unit();
        if (known != null) {
            return known.equals(unit)
                    ? Decision.accepted(List.of(), Settled.duplicate(c.unitId(), c.unitId()))
                    : Decision.refused(Refusal.conflict("UNIT_EXISTS", "unitId", c.unitId(), null));
        }
        return Decision.accepted(List.of(NewEvent.of(Offices.UNIT.id(c.unitId()), unit)), Settled.accepted(c.unitId()));
    }

    private static Optional<Refusal> unfit(RegisterUnit c, @Nullable UnitRegistered parent) {
        if (c.parentId() != null && parent == null) {
            return Optional.of(Refusal.invalid("UNIT_PARENT_UNKNOWN", "parentId", c.parentId(), null));
        }
        if (!fitsUnder(c.level(), parent == null ? null : parent.level())
                || (parent != null && parent.path().size() >= DEPTH_MAX)) {
            return Optional.of(Refusal.invalid(
                    "UNIT_LEVEL_MISPLACED",
                    "level",
                    c.level().name(),
                    parent == null ? UnitLevel.CITY.name() : "below " + parent.level()));
        }
        if (c.divisionCode() != null && !DivisionCode.isValid(c.divisionCode())) {
            return Optional.of(Refusal.invalid("DIVISION_CODE_INVALID", "divisionCode", c.divisionCode(), null));
        }
        if (c.creditCode() != null && !CreditCode.isValid(c.creditCode())) {
            return Optional.of(Refusal.invalid("CREDIT_CODE_INVALID", "creditCode", c.creditCode(), null));
        }
        return Optional.empty();
    }

    /**
     * The union that reviews applications of a unit's workers: the nearest district, functional zone or municipal
     * unit on the way up, the city's where there is none (D1, D16: district and bureau unions are the first tier).
     *
     * @param pathUpwards the units from the worker's own to the root
     */
    public static Optional<String> reviewingUnit(Stream<UnitRegistered> pathUpwards) {
        return pathUpwards
                .filter(unit -> unit.level() != UnitLevel.GRASSROOTS)
                .map(UnitRegistered::unitId)
                .findFirst();
    }

    /** The units from one up to the root. */
    public static Stream<UnitRegistered> upwards(View view, String unitId) {
        var unit = view.state(Offices.UNIT, unitId).unit();
        return unit == null
                ? Stream.of()
                : unit.path().reversed().stream()
                        .map(id -> view.state(Offices.UNIT, id).unit())
                        .filter(Objects::nonNull);
    }

    private static boolean fitsUnder(UnitLevel level, @Nullable UnitLevel parent) {
        return switch (level) {
            case CITY -> parent == null;
            case DISTRICT, FUNCTIONAL_ZONE, MUNICIPAL_UNIT -> parent == UnitLevel.CITY;
            case GRASSROOTS -> parent != null;
        };
    }

    private static UnitRegistered registered(RegisterUnit c, @Nullable UnitRegistered parent) {
        var path = parent == null
                ? List.of(c.unitId())
                : Stream.concat(parent.path().stream(), Stream.of(c.unitId())).toList();
        return new UnitRegistered(
                c.unitId(),
                c.parentId(),
                c.name(),
                c.level(),
                c.ownership(),
                c.affiliation(),
                c.divisionCode(),
                c.creditCode(),
                path);
    }
}
