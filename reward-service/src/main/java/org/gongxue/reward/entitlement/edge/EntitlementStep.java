package org.gongxue.reward.entitlement.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A step on an entitlement's way to be read; {@link EntitlementProjection} writes it. */
@Entity
@Immutable
@Table(name = "entitlement_step")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class EntitlementStep extends PanacheEntityBase {

    /** The event that made the step. */
    @Embeddable
    public record Id(@Column(name = "entitlement_id") String entitlementId, long index) implements Serializable {}

    @EmbeddedId
    public Id id;

    public String state;

    @Column(name = "on_date")
    public LocalDate on;

    /** Which line was joined, {@code quota} or {@code fund}, for a step into one. */
    public @Nullable String line;

    /** The steps of these, each in order. */
    public static List<EntitlementStep> of(Collection<String> entitlementIds) {
        return list("id.entitlementId in ?1 order by id.index", entitlementIds);
    }
}
