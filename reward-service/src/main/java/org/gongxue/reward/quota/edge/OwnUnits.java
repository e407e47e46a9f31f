package org.gongxue.reward.quota.edge;

import java.util.Arrays;
import java.util.Set;
import org.gongxue.events.reward.QuotaCell;
import org.gongxue.kit.authority.Offices;

/** The units to which a caller may allot places: all, or those below the own unions. The decision asks again. */
record OwnUnits(Set<String> unions) {

    static OwnUnits all() {
        return new OwnUnits(Set.of(Offices.EVERYWHERE));
    }

    static OwnUnits below(Set<String> unions) {
        return new OwnUnits(unions);
    }

    /** Whether one of the unions stands above the unit. */
    boolean hold(Unit unit) {
        return unions.contains(Offices.EVERYWHERE)
                || Arrays.stream(unit.path).limit(unit.path.length - 1L).anyMatch(unions::contains);
    }

    /** Whether places that are not divided by unit may be allotted. */
    boolean holdWhole() {
        return unions.contains(QuotaCell.WHOLE);
    }
}
