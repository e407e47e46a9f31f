package org.gongxue.kit.authority;

import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.enrollment.DayOpened;
import org.gongxue.events.enrollment.LearnerAccountLinked;
import org.gongxue.events.enrollment.OfficerAppointed;
import org.gongxue.events.enrollment.OfficerDismissed;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.calendar.BusinessCalendar;

/** The facts of the enrollment service that every other service keeps in its own log, and where it keeps them. */
public final class SharedFacts {

    private SharedFacts() {}

    /** The stream types that hold shared facts; a service adds them to its domain. */
    public static List<StreamType<?>> types() {
        return List.of(BusinessCalendar.CALENDAR, Offices.OFFICER, Offices.UNIT, Accounts.ACCOUNT);
    }

    /** The stream an input informs, when it is a shared fact. */
    public static Optional<StreamId> stream(Object event) {
        return switch (event) {
            case DayOpened _ -> Optional.of(BusinessCalendar.STREAM);
            case OfficerAppointed a -> Optional.of(Offices.OFFICER.id(a.subject()));
            case OfficerDismissed d -> Optional.of(Offices.OFFICER.id(d.subject()));
            case UnitRegistered u -> Optional.of(Offices.UNIT.id(u.unitId()));
            case LearnerAccountLinked l -> Optional.of(Accounts.ACCOUNT.id(l.subject()));
            default -> Optional.empty();
        };
    }
}
