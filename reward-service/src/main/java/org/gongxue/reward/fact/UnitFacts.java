package org.gongxue.reward.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongxue.eventlog.View;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.authority.Offices.UnitState;
import org.gongxue.reward.fact.FactValue.Text;

/**
 * The facts of the unit that a learner belongs to, and of the member unit (domain D16) whose places it draws on: the one
 * on its path just below the root, or the root itself.
 */
public final class UnitFacts {

    /** The fact that names the member unit. */
    public static final String MEMBER_UNIT = "unit.memberUnitId";

    private UnitFacts() {}

    /** The facts by their names in policies; those of a unit that has not been heard of are absent. */
    public static Map<String, FactValue> byName(View view, String unitId) {
        return byName(id -> view.state(Offices.UNIT, id), unitId);
    }

    /** The same from wherever units are looked up. */
    public static Map<String, FactValue> byName(Function<String, UnitState> units, String unitId) {
        var unit = units.apply(unitId).unit();
        var facts = new LinkedHashMap<String, FactValue>();
        facts.put("learner.unitId", new Text(unitId));
        if (unit != null) {
            facts.put("unit.ownership", new Text(unit.ownership().name()));
            facts.put("unit.affiliation", new Text(unit.affiliation().name()));
            facts.put("unit.level", new Text(unit.level().name()));
            facts.putAll(ofMember(units, memberUnit(unit.path())));
        }
        return facts;
    }

    /** The facts of a member unit alone, whoever of its workers is meant. */
    public static Map<String, FactValue> ofMember(Function<String, UnitState> units, String memberUnitId) {
        var facts = new LinkedHashMap<String, FactValue>();
        facts.put(MEMBER_UNIT, new Text(memberUnitId));
        var member = units.apply(memberUnitId).unit();
        if (member != null) {
            facts.put("unit.memberUnitLevel", new Text(member.level().name()));
        }
        return facts;
    }

    /** The member unit on a path from the root to a unit. */
    public static String memberUnit(List<String> path) {
        return path.get(Math.min(1, path.size() - 1));
    }

    /** Whether the unit at the end of a path is a member unit itself. */
    public static boolean isMemberUnit(List<String> path) {
        return memberUnit(path).equals(path.getLast());
    }
}
