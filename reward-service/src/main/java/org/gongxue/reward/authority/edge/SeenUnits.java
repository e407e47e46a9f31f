package org.gongxue.reward.authority.edge;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;

/**
 * The units whose subtrees the caller may see: money, administration and audit see all, by an appointment for all; an
 * officer those appointed to (invariant 10).
 */
@RequestScoped
public class SeenUnits {

    private static final Map<String, StaffRole> SEE_ALL = Map.of(
            Roles.FINANCE, StaffRole.FINANCE,
            Roles.ADMINISTRATOR, StaffRole.ADMINISTRATOR,
            Roles.AUDITOR, StaffRole.AUDITOR);

    private final Authority authority;
    private final Caller caller;

    SeenUnits(Authority authority, Caller caller) {
        this.authority = authority;
        this.caller = caller;
    }

    /** Their ids; {@code *} stands for all, none for a caller without an appointment. */
    public Set<String> ids() {
        var seesAll = SEE_ALL.entrySet().stream()
                .anyMatch(role -> caller.has(role.getKey()) && authority.holdsEverywhere(role.getValue()));
        if (seesAll) {
            return Set.of(Offices.EVERYWHERE);
        }
        return caller.has(Roles.UNION_OFFICER) ? authority.organizations(StaffRole.UNION_OFFICER) : Set.of();
    }

    /**
     * Their ids.
     *
     * @throws RefusedException (403) if there are none
     */
    public Set<String> required() {
        var ids = ids();
        if (ids.isEmpty()) {
            throw new RefusedException(Offices.notAppointed(StaffRole.UNION_OFFICER, Offices.EVERYWHERE));
        }
        return ids;
    }

    /** Whether a unit with this path from the root lies in one of these subtrees. */
    public static boolean hold(Set<String> ids, Collection<String> path) {
        return ids.contains(Offices.EVERYWHERE) || path.stream().anyMatch(ids::contains);
    }
}
