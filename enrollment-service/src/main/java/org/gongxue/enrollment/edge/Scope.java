package org.gongxue.enrollment.edge;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** Whose cases the caller may see: from the caller's active appointments, in roles that the token carries too. */
@RequestScoped
public class Scope {

    private static final Map<String, StaffRole> OF_UNITS = Map.of(
            Roles.UNION_OFFICER, StaffRole.UNION_OFFICER,
            Roles.ADMINISTRATOR, StaffRole.ADMINISTRATOR,
            Roles.FINANCE, StaffRole.FINANCE,
            Roles.AUDITOR, StaffRole.AUDITOR);
    private static final Map<String, StaffRole> OF_UNIVERSITIES =
            Map.of(Roles.REGISTRAR, StaffRole.REGISTRAR, Roles.PARTNER_UNIVERSITY, StaffRole.PARTNER_UNIVERSITY);

    private final Authority authority;
    private final Caller caller;

    Scope(Authority authority, Caller caller) {
        this.authority = authority;
        this.caller = caller;
    }

    /**
     * What is visible.
     *
     * @param everywhere nothing is hidden
     * @param units these units and all below them
     * @param universities the cases of these universities
     */
    public record Visible(boolean everywhere, Set<String> units, Set<String> universities) {

        /** Whether anything is. */
        public boolean something() {
            return everywhere || !units.isEmpty() || !universities.isEmpty();
        }
    }

    /**
     * What the caller sees as staff.
     *
     * @throws RefusedException (403) without an active appointment in a role of the token
     */
    public Visible visible() {
        var visible = visibleIfAny();
        if (!visible.something()) {
            throw new RefusedException(Offices.notAppointed(StaffRole.UNION_OFFICER, Offices.EVERYWHERE));
        }
        return visible;
    }

    /** What the caller sees as staff, which may be nothing. */
    public Visible visibleIfAny() {
        var units = organizations(OF_UNITS);
        return new Visible(units.remove(Offices.EVERYWHERE), units, organizations(OF_UNIVERSITIES));
    }

    /** Whether a case of this unit and university is visible to the caller. */
    public boolean reaches(String unitId, String universityId) {
        return visibleIfAny().universities().contains(universityId)
                || OF_UNITS.entrySet().stream()
                        .anyMatch(role -> caller.has(role.getKey()) && authority.holds(role.getValue(), unitId));
    }

    /**
     * The university that a registrar or machine reports for: the one asked for, or the only one appointed to.
     *
     * @throws RefusedException (403) without an appointment, (422) when several and none is named
     */
    public String university(@Nullable String asked) {
        var universities = organizations(OF_UNIVERSITIES);
        if (universities.isEmpty() || (asked != null && !universities.contains(asked))) {
            throw new RefusedException(
                    Offices.notAppointed(StaffRole.REGISTRAR, asked == null ? Offices.EVERYWHERE : asked));
        }
        if (asked != null) {
            return asked;
        }
        if (universities.size() > 1) {
            throw new RefusedException(
                    Refusal.invalid("UNIVERSITY_NEEDED", "university", null, String.join(", ", universities)));
        }
        return universities.iterator().next();
    }

    private Set<String> organizations(Map<String, StaffRole> roles) {
        var organizations = new HashSet<String>();
        roles.forEach((role, office) -> {
            if (caller.has(role)) {
                organizations.addAll(authority.organizations(office));
            }
        });
        return organizations;
    }
}
