package org.gongxue.reward.quota.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** A union unit to be read; {@link UnitProjection} writes it. */
@Entity
@Immutable
@Table(name = "unit")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Unit extends PanacheEntityBase {

    @Id
    @Column(name = "unit_id")
    public String unitId;

    public String name;

    /** A word of {@link org.gongxue.events.enrollment.UnitLevel}. */
    @Column(name = "unit_level")
    public String level;

    /** From the root to the unit itself. */
    public String[] path;

    /** The units with these ids, by id; unknown ones are left out. */
    public static Map<String, Unit> byId(Collection<String> unitIds) {
        return Unit.<Unit>list("unitId in ?1", unitIds).stream()
                .collect(Collectors.toMap(unit -> unit.unitId, Function.identity()));
    }

    /** The member units: those just below a root. */
    public static List<Unit> members(int most) {
        return find("array_length(path) = 2 order by unitId")
                .page(Page.ofSize(most))
                .list();
    }

    /** All units. */
    public static List<Unit> all(int most) {
        return find("order by unitId").page(Page.ofSize(most)).list();
    }
}
