package org.gongxue.kit.door;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Accounts;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.calendar.BusinessCalendar;

/** What a caller may read, from the facts of this service's own log (invariant 10). Commands are checked when decided. */
@RequestScoped
public class Authority {

    private final EventLog<Object> log;
    private final Caller caller;

    Authority(EventLog<Object> log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    /**
     * Lets pass who holds an active appointment that reaches the organization.
     *
     * @throws RefusedException (403) otherwise
     */
    public void require(StaffRole role, String organizationId) {
        if (!holds(role, organizationId)) {
            throw new RefusedException(Offices.notAppointed(role, organizationId));
        }
    }

    /**
     * Lets pass who holds an active appointment in one of the roles, anywhere.
     *
     * @throws RefusedException (403) otherwise
     */
    public void requireAny(StaffRole... roles) {
        for (var role : roles) {
            if (!organizations(role).isEmpty()) {
                return;
            }
        }
        throw new RefusedException(Offices.notAppointed(roles[0], Offices.EVERYWHERE));
    }

    /**
     * Lets pass who holds an active appointment for the whole program in one of the roles.
     *
     * @throws RefusedException (403) otherwise
     */
    public void requireEverywhere(StaffRole... roles) {
        if (Stream.of(roles).noneMatch(this::holdsEverywhere)) {
            throw new RefusedException(Offices.notAppointed(roles[0], Offices.EVERYWHERE));
        }
    }

    /** Whether the caller holds an active appointment everywhere or at a root of the union tree. */
    public boolean holdsEverywhere(StaffRole role) {
        return organizations(role).stream()
                .anyMatch(o -> o.equals(Offices.EVERYWHERE)
                        || log.read(Offices.UNIT, o).root());
    }

    /** Whether the caller holds an active appointment that reaches the organization. */
    public boolean holds(StaffRole role, String organizationId) {
        var path = log.read(Offices.UNIT, organizationId).path(organizationId);
        return log.read(Offices.OFFICER, caller.subject()).reaches(role, today(), path);
    }

    /** The organizations the caller is appointed to in a role; {@code *} stands for all. */
    public Set<String> organizations(StaffRole role) {
        return Set.copyOf(log.read(Offices.OFFICER, caller.subject()).organizations(role, today()));
    }

    /** The learner who signs in as the caller, if linked. */
    public Optional<String> learnerId() {
        return Optional.ofNullable(log.read(Accounts.ACCOUNT, caller.subject()).learnerId());
    }

    /** The business date as this service knows it. */
    public LocalDate today() {
        var today = log.read(BusinessCalendar.CALENDAR, BusinessCalendar.STREAM.id())
                .today();
        return today == null ? BusinessCalendar.shanghaiDate(Instant.now()) : today;
    }
}
