package org.gongxue.enrollment.authority;

import java.util.Arrays;
import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Accounts;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.authority.Person;

/** In whose name a command is decided: a person, or the service itself carrying out what its own events call for. */
public final class Acting {

    /** The actor of commands that the service gives itself. */
    public static final String SERVICE = "service:enrollment";

    private Acting() {}

    /** The sign-in subject behind the command; the actor as it stands when it is no person. */
    public static String subject(View view) {
        return Person.subject(view.context().actor());
    }

    /** Whether the service gave itself the command. */
    public static boolean isService(View view) {
        return view.context().actor().equals(SERVICE);
    }

    /** Whether the person behind the command signs in as this learner. */
    public static boolean isLearner(View view, String learnerId) {
        return learnerId.equals(view.state(Accounts.ACCOUNT, subject(view)).learnerId());
    }

    /** Empty when the person holds an appointment in the role that reaches the organization. */
    public static Optional<Refusal> mayAct(View view, StaffRole role, String organizationId) {
        return Offices.mayAct(view, subject(view), role, organizationId);
    }

    /** Empty when the person holds one of the roles for the organization. */
    public static Optional<Refusal> mayActAsAny(View view, String organizationId, StaffRole... roles) {
        return Arrays.stream(roles)
                        .anyMatch(role -> mayAct(view, role, organizationId).isEmpty())
                ? Optional.empty()
                : Optional.of(Offices.notAppointed(roles[0], organizationId));
    }

    /** Empty when the person is an administrator of the whole program. */
    public static Optional<Refusal> administers(View view) {
        return Offices.mayActEverywhere(view, subject(view), StaffRole.ADMINISTRATOR);
    }

    /** The refusal of a person who would check what they made (invariant 10). */
    public static Refusal makerIsChecker() {
        return Refusal.forbidden("MAKER_IS_CHECKER", null, null);
    }
}
