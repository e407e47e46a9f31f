package org.gongxue.reward.authority;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.authority.Person;

/** Policies, funds and payments are the whole union's: an appointment in the role for the whole union is needed (invariant 10). */
public final class Staff {

    private Staff() {}

    /** The person behind the command. */
    public static String subject(View view) {
        return Person.subject(view.context().actor());
    }

    /** Empty if the person holds an appointment for the whole union today in one of the roles, else the refusal. */
    public static Optional<Refusal> mayAct(View view, StaffRole... roles) {
        return Arrays.stream(roles)
                        .anyMatch(role -> Offices.mayActEverywhere(view, subject(view), role)
                                .isEmpty())
                ? Optional.empty()
                : Optional.of(Offices.notAppointed(roles[0], Offices.EVERYWHERE));
    }

    /** The refusal of a checker who is the maker. */
    public static Refusal makerIsChecker() {
        return new Refusal(Refusal.Kind.FORBIDDEN, "MAKER_IS_CHECKER", null, null, null, Map.of());
    }
}
