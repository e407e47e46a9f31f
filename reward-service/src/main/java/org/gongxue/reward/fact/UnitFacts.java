package org.gongxue.reward.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.authority.Offices;
import org.gongxue.reward.fact.FactValue.Text;

/**
 * The facts of the unit that a learner belongs to, and of the member unit (domain D16) whose places it draws on: the one
 * on its path just below the root, or the root itself.
 */
public final class UnitFacts {

    private UnitFacts() {}

    /** The facts by their names in policies; those of a unit that has not been heard of are absent. */
    public static Map<String, FactValue> byName(View view, String unitId) {
        var unit = view.state(Offices.UNIT, unitId).unit();
        return unit == null ? Map.of("learner.unitId", new Text(unitId)) : of(view, unit);
    }

    private static Map<String, FactValue> of(View view, UnitRegistered unit) {
        var facts = new LinkedHashMap<String, FactValue>();
        facts.put("learner.unitId", new Text(unit.unitId()));
        facts.put("unit.ownership", new Text(unit.ownership().name()));
        facts.put("unit.affiliation", new Text(unit.affiliation().name()));
        facts.put("unit.level", new Text(unit.level().name()));
        var memberId = memberUnit(unit.path());
        facts.put("unit.memberUnitId", new Text(memberId));
        var member = view.state(Offices.UNIT, memberId).unit();
        if (member != null) {
            facts.put("unit.memberUnitLevel", new Text(member.level().name()));
        }
        return facts;
    }

    /** The member unit on a path from the root to a unit. */
    public static String memberUnit(List<String> path) {
        return path.get(Math.min(1, path.size() - 1));
    }
}
