package org.gongxue.enrollment.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.World;
import org.gongxue.enrollment.unit.UnitCommand.RegisterUnit;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.enrollment.UnitLevel;
import org.gongxue.events.enrollment.UnitRegistered;
import org.gongxue.kit.authority.Offices;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static RegisterUnit workshop(String parentId, UnitLevel level) {
        return new RegisterUnit(
                "workshop", parentId, "样例车间工会", level, Ownership.PRIVATE, Affiliation.DISTRICT, "370215", null);
    }

    @Test
    void aUnitStandsUnderItsParentWithThePathFromTheRoot() {
        World.city()
                .by(World.ADMINISTRATOR)
                .when(workshop("factory", UnitLevel.GRASSROOTS))
                .then(new UnitRegistered(
                        "workshop",
                        "factory",
                        "样例车间工会",
                        UnitLevel.GRASSROOTS,
                        Ownership.PRIVATE,
                        Affiliation.DISTRICT,
                        "370215",
                        null,
                        List.of("city", "district", "factory", "workshop")));
    }

    @Test
    void theSameUnitAgainIsADuplicateAndAnotherUnderItsIdIsRefused() {
        var fixture = World.city().by(World.ADMINISTRATOR).givenCommands(workshop("factory", UnitLevel.GRASSROOTS));
        var again = fixture.when(workshop("factory", UnitLevel.GRASSROOTS)).thenNothing();
        assertThat(again.answer(Settled.class).standing()).isEqualTo(Settled.Standing.DUPLICATE);
        fixture.when(workshop("district", UnitLevel.GRASSROOTS)).thenRefused("UNIT_EXISTS");
    }

    @Test
    void aDistrictCannotStandUnderAFactory() {
        World.city()
                .by(World.ADMINISTRATOR)
                .when(workshop("factory", UnitLevel.DISTRICT))
                .thenRefused("UNIT_LEVEL_MISPLACED");
    }

    @Test
    void anAdministratorOfOneDistrictAddsUnitsThereAndNowhereElse() {
        var fixture = World.city();
        World.appoint(fixture, "district-admin", "district", StaffRole.ADMINISTRATOR);
        fixture.by("user:district-admin")
                .when(workshop("other-district", UnitLevel.GRASSROOTS))
                .thenRefused("NOT_APPOINTED");
        fixture.when(workshop("factory", UnitLevel.GRASSROOTS))
                .thenEvent(
                        UnitRegistered.class, unit -> assertThat(unit.unitId()).isEqualTo("workshop"));
    }

    @Test
    void wrongCodesAreRefusedByName() {
        var fixture = World.city().by(World.ADMINISTRATOR);
        fixture.when(new RegisterUnit(
                        "w", "factory", "样例", UnitLevel.GRASSROOTS, Ownership.STATE, Affiliation.NONE, "000000", null))
                .thenRefused("DIVISION_CODE_INVALID");
        fixture.when(new RegisterUnit(
                        "w",
                        "factory",
                        "样例",
                        UnitLevel.GRASSROOTS,
                        Ownership.STATE,
                        Affiliation.NONE,
                        null,
                        "91350100M000100Y44"))
                .thenRefused("CREDIT_CODE_INVALID");
    }

    @Test
    void anUnknownParentIsNamed() {
        World.city()
                .by(World.ADMINISTRATOR)
                .when(workshop("nowhere", UnitLevel.GRASSROOTS))
                .thenRefused("UNIT_PARENT_UNKNOWN");
        assertThat(World.city().state(Offices.UNIT, "nowhere").known()).isFalse();
    }
}
