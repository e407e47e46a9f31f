package org.gongxue.enrollment.unit.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A unit and one above it, or itself; queries about a scope join with this. */
@Entity
@Immutable
@IdClass(UnitAncestor.Key.class)
@Table(name = "unit_ancestor")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class UnitAncestor extends PanacheEntityBase {

    /** Both units. */
    public record Key(String unitId, String ancestorId) implements Serializable {}

    @Id
    @Column(name = "unit_id")
    public String unitId;

    @Id
    @Column(name = "ancestor_id")
    public String ancestorId;
}
