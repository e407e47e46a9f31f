package org.gongxue.enrollment.unit;

import java.util.Set;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.kit.authority.Offices;
import org.jspecify.annotations.Nullable;

/** What can be asked about the union tree. */
public sealed interface UnitCommand extends EnrollmentCommand {

    /** Put a unit under another; without a parent it is the root. */
    record RegisterUnit(
            String unitId,
            @Nullable String parentId,
            String name,
            UnitLevel level,
            Ownership ownership,
            Affiliation affiliation,
            @Nullable String divisionCode,
            @Nullable String creditCode)
            implements UnitCommand {}

    @Override
    default Set<StreamId> reads() {
        return switch (this) {
            case RegisterUnit register -> Set.of(Offices.UNIT.id(register.unitId()));
        };
    }

    @Override
    default Decision decide(View view) {
        return switch (this) {
            case RegisterUnit register -> Units.register(view, register);
        };
    }
}
