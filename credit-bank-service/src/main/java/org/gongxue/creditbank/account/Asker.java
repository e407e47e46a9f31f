package org.gongxue.creditbank.account;

import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Accounts;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.calendar.BusinessCalendar;

/**
 * Who asks: the sign-in subject, and whether the token carries the officer's role. Token and appointment are both
 * needed (invariant 10).
 */
public record Asker(String subject, boolean officer) {

    /** The asker's own sign-in, with the learner behind it. */
    public StreamId account() {
        return Accounts.ACCOUNT.id(subject);
    }

    /** The asker's appointments. */
    public StreamId appointments() {
        return Offices.OFFICER.id(subject);
    }

    /** The learner behind the asker's sign-in. */
    public Optional<String> learner(View view) {
        return Optional.ofNullable(view.state(Accounts.ACCOUNT, subject).learnerId());
    }

    /** Whether the asker may act for the owner of an account: he is the owner, or an officer at or above his unit. */
    public Optional<Refusal> mayActFor(View view, LearningAccount account) {
        if (account.learnerId() != null
                && account.learnerId().equals(learner(view).orElse(null))) {
            return Optional.empty();
        }
        if (officer && account.unitId() != null) {
            return Offices.mayAct(view, subject, StaffRole.UNION_OFFICER, account.unitId());
        }
        return Optional.of(Refusal.forbidden("NOT_YOUR_ACCOUNT", null, null));
    }

    /**
     * Whether the asker administers the whole bank: appointed everywhere, or to a root of the union tree, which
     * reaches all below it.
     */
    public Optional<Refusal> mayAdminister(View view) {
        var administers = view
                .state(Offices.OFFICER, subject)
                .organizations(StaffRole.ADMINISTRATOR, BusinessCalendar.today(view))
                .stream()
                .anyMatch(organization -> organization.equals(Offices.EVERYWHERE) || isRoot(view, organization));
        return administers
                ? Optional.empty()
                : Optional.of(Offices.notAppointed(StaffRole.ADMINISTRATOR, Offices.EVERYWHERE));
    }

    private static boolean isRoot(View view, String organization) {
        var state = view.state(Offices.UNIT, organization);
        return state.known() && state.path(organization).size() == 1;
    }
}
