package org.gongxue.enrollment.university;

import java.util.List;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.university.UniversityCommand.RegisterUniversity;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.UniversityRegistered;
import org.jspecify.annotations.Nullable;

/** Decides about partner universities. */
public final class Universities {

    /** A university; absent while unknown. */
    public record UniversityState(@Nullable UniversityRegistered university) {

        /** Whether it is a partner. */
        public boolean known() {
            return university != null;
        }
    }

    /** Universities by school code. */
    public static final StreamType<UniversityState> UNIVERSITY = StreamType.of(
            "university", UniversityState.class, 1, new UniversityState(null), (state, event) -> switch (event) {
                case UniversityRegistered registered -> new UniversityState(registered);
                default -> throw new UnexpectedEvent("university", event);
            });

    private Universities() {}

    static Decision register(View view, RegisterUniversity c) {
        var mayNot = Acting.administers(view);
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        var university = new UniversityRegistered(c.schoolCode(), c.schoolCode(), c.name());
        var known = view.state(UNIVERSITY, c.schoolCode()).university();
        if (known != null) {
            return known.equals(university)
                    ? Decision.accepted(List.of(), Settled.duplicate(c.schoolCode(), c.schoolCode()))
                    : Decision.refused(Refusal.conflict("UNIVERSITY_EXISTS", "schoolCode", c.schoolCode(), null));
        }
        return Decision.accepted(
                List.of(NewEvent.of(UNIVERSITY.id(c.schoolCode()), university)), Settled.accepted(c.schoolCode()));
    }
}
