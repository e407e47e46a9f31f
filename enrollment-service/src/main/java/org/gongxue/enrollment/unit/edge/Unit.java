package org.gongxue.enrollment.unit.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.events.enrollment.Affiliation;
import org.gongxue.events.enrollment.Ownership;
import org.gongxue.events.enrollment.UnitLevel;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A unit to be read; {@link UnitProjection} writes it. */
@Entity
@Immutable
@Table(name = "unit")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Unit extends PanacheEntityBase {

    @Id
    @Column(name = "unit_id")
    public String unitId;

    @Column(name = "parent_id")
    public @Nullable String parentId;

    public String name;

    @Enumerated(EnumType.STRING)
    public UnitLevel level;

    @Enumerated(EnumType.STRING)
    public Ownership ownership;

    @Enumerated(EnumType.STRING)
    public Affiliation affiliation;

    @Column(name = "division_code")
    public @Nullable String divisionCode;

    @Column(name = "credit_code")
    public @Nullable String creditCode;

    @Column(name = "registered_index")
    public long registeredIndex;

    /** A page of units in the order of registration; only those directly under a parent, if one is named. */
    static List<Unit> page(@Nullable String parentId, long after) {
        var found = parentId == null
                ? Unit.<Unit>find("registeredIndex > ?1 order by registeredIndex", after)
                : Unit.<Unit>find("parentId = ?1 and registeredIndex > ?2 order by registeredIndex", parentId, after);
        return found.page(0, Page.FETCH).list();
    }

    /** The names of units by id. */
    public static Map<String, String> names(Set<String> unitIds) {
        return Unit.<Unit>list("unitId in ?1", unitIds).stream()
                .collect(Collectors.toMap(unit -> unit.unitId, unit -> unit.name));
    }
}
