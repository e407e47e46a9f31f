package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the union tree.
 *
 * @param id its id
 * @param parent the unit above, absent for the city
 * @param name its name, marked 样例
 * @param level CITY, DISTRICT, FUNCTIONAL_ZONE, MUNICIPAL_UNIT or GRASSROOTS
 * @param ownership 所有制
 * @param affiliation 隶属
 * @param divisionCode the GB/T 2260 code of 2015, for districts
 */
record Unit(
        String id,
        @Nullable String parent,
        String name,
        String level,
        String ownership,
        String affiliation,
        @Nullable String divisionCode) {

    static final Unit CITY = office("370200", null, "青岛市总工会（样例）", "CITY", "370200");

    /** The ten districts of 2015 and the two functional zones, in the order of their officers 01 to 12. */
    static final List<Unit> DISTRICTS = List.of(
            district("370202", "市南区"),
            district("370203", "市北区"),
            district("370213", "李沧区"),
            district("370212", "崂山区"),
            district("370214", "城阳区"),
            district("370211", "黄岛区"),
            district("370282", "即墨市"),
            district("370281", "胶州市"),
            district("370283", "平度市"),
            district("370285", "莱西市"),
            office("zone-gaoxin", CITY.id, "高新区总工会（样例）", "FUNCTIONAL_ZONE", null),
            office("zone-baoshui", CITY.id, "保税区总工会（样例）", "FUNCTIONAL_ZONE", null));

    /** The 46 units that report to the city directly. */
    static final List<Unit> MUNICIPAL = municipal(46);

    /** One private firm under each district and zone, in the same order. */
    static final List<Unit> FIRMS = firms();

    /** A state-owned firm under a district; the district's places are not for its workers. */
    static final Unit STATE_FIRM =
            new Unit("statefirm-370211", "370211", "黄岛区示例国有企业工会（样例）", "GRASSROOTS", "STATE", "NONE", null);

    /** The 58 units that hold places: districts, zones and municipal units. */
    static List<Unit> withPlaces() {
        List<Unit> units = new ArrayList<>(DISTRICTS);
        units.addAll(MUNICIPAL);
        return units;
    }

    boolean isGrassroots() {
        return level.equals("GRASSROOTS");
    }

    /** The district or zone above a firm. */
    Unit above() {
        return DISTRICTS.stream()
                .filter(district -> district.id.equals(parent))
                .findFirst()
                .orElseThrow();
    }

    /** The body that registers this unit. */
    JsonNode registration() {
        return Json.object(
                "unitId", id,
                "parentId", parent,
                "name", name,
                "level", level,
                "ownership", ownership,
                "affiliation", affiliation,
                "divisionCode", divisionCode);
    }

    private static Unit district(String code, String name) {
        return office(code, CITY.id, name + "总工会（样例）", "DISTRICT", code);
    }

    private static Unit office(String id, @Nullable String parent, String name, String level, @Nullable String code) {
        return new Unit(id, parent, name, level, "NOT_APPLICABLE", "NONE", code);
    }

    private static List<Unit> municipal(int count) {
        List<Unit> units = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String number = String.format(Locale.ROOT, "%02d", i);
            units.add(new Unit(
                    "municipal-" + number,
                    CITY.id,
                    "市直第" + number + "样例单位工会",
                    "MUNICIPAL_UNIT",
                    "STATE",
                    "MUNICIPAL",
                    null));
        }
        return List.copyOf(units);
    }

    private static List<Unit> firms() {
        List<Unit> units = new ArrayList<>();
        for (Unit district : DISTRICTS) {
            units.add(new Unit(
                    "firm-" + district.id,
                    district.id,
                    district.name.replace("总工会（样例）", "") + "示例机械有限公司工会（样例）",
                    "GRASSROOTS",
                    "PRIVATE",
                    "NONE",
                    null));
        }
        return List.copyOf(units);
    }
}
