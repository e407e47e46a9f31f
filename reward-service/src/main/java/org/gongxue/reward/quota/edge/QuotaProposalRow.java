package org.gongxue.reward.quota.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.gongxue.events.reward.CellPlaces;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A proposal of places to be read; {@link QuotaProjection} writes it. */
@Entity
@Immutable
@Table(name = "quota_proposal")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class QuotaProposalRow extends PanacheEntityBase {

    /** The n-th proposal of a policy's year. */
    @Embeddable
    public record Id(@Column(name = "policy_id") String policyId, int year, int number) implements Serializable {}

    @EmbeddedId
    public Id id;

    @Column(name = "policy_version")
    public int policyVersion;

    @Column(name = "reason_code")
    public String reasonCode;

    public String digest;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<CellPlaces> cells;

    /** {@code proposed}, {@code confirmed} or {@code rejected}. */
    public String state;

    @Column(name = "proposed_by")
    public String proposedBy;

    /** The one that waits for its second person. */
    public static Optional<QuotaProposalRow> open(String policyId, int year) {
        return find("id.policyId = ?1 and id.year = ?2 and state = 'proposed'", policyId, year)
                .firstResultOptional();
    }
}
