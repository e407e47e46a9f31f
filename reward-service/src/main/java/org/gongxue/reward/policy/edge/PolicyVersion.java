package org.gongxue.reward.policy.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A policy version to be read; {@link PolicyProjection} writes it. */
@Entity
@Immutable
@Table(name = "policy_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class PolicyVersion extends PanacheEntityBase {

    /** Which version of which policy. */
    @Embeddable
    public record Id(
            @Column(name = "policy_id") String policyId,
            @Column(name = "policy_version") int version) implements Serializable {}

    /** How many are on a page. */
    static final int PAGE = 100;

    @EmbeddedId
    public Id id;

    public String name;

    /** {@code draft} or {@code published}. */
    public String state;

    @Column(name = "source_event")
    public String sourceEvent;

    @Column(name = "valid_from")
    public LocalDate validFrom;

    @Column(name = "valid_until")
    public LocalDate validUntil;

    public String document;

    public String digest;

    @Column(name = "proposed_by")
    public String proposedBy;

    @Column(name = "published_by")
    public @Nullable String publishedBy;

    /** One version. */
    public static Optional<PolicyVersion> version(String policyId, int version) {
        return findByIdOptional(new Id(policyId, version));
    }

    /** The n-th page, from 0, of all versions of all policies; without drafts only the published. */
    public static List<PolicyVersion> page(boolean drafts, int number) {
        return find("state = 'published' or ?1 = true order by id.policyId, id.version", drafts)
                .page(number, PAGE)
                .list();
    }
}
