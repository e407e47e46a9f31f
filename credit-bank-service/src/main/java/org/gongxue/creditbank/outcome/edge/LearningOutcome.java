package org.gongxue.creditbank.outcome.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.ContestPlacing;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.kit.authority.Offices;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An outcome to be read, with the unit its learner belongs to now; {@link OutcomeProjection} writes it. */
@Entity
@Immutable
@Table(name = "learning_outcome_of_unit")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class LearningOutcome extends PanacheEntityBase {

    @Id
    @Column(name = "outcome_id")
    public String outcomeId;

    @Column(name = "learner_id")
    public String learnerId;

    @Column(name = "unit_id")
    public @Nullable String unitId;

    /** From the root of the union tree to the unit. */
    @Column(name = "unit_path")
    public String @Nullable [] unitPath;

    @Enumerated(EnumType.STRING)
    public OutcomeKind kind;

    @Column(name = "issuer_code")
    public @Nullable String issuerCode;

    @Column(name = "occupation_code")
    public String occupationCode;

    @Column(name = "occupation_edition")
    public String occupationEdition;

    @Column(name = "occupation_name")
    public String occupationName;

    @Enumerated(EnumType.STRING)
    public @Nullable SkillLevel level;

    public @Nullable String qualification;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable ContestPlacing contest;

    @Column(name = "issued_on")
    public LocalDate issuedOn;

    @Enumerated(EnumType.STRING)
    public AcquisitionRoute route;

    @Column(name = "deposited_on")
    public LocalDate depositedOn;

    @Enumerated(EnumType.STRING)
    public OutcomeState state;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<RefusalReason> reasons;

    @Column(name = "revocation_on")
    public @Nullable LocalDate revocationOn;

    @Column(name = "revocation_reason")
    public @Nullable String revocationReason;

    /** Only while the revocation is no more than proposed. */
    @Column(name = "revocation_proposed_by")
    public @Nullable String revocationProposedBy;

    @Column(name = "deposited_index")
    public long depositedIndex;

    /**
     * Which outcomes are asked for; an absent part asks for all.
     *
     * @param revocationProposed whether only those whose revocation waits for another person
     * @param within the subtrees to be seen
     */
    record Wanted(
            @Nullable OutcomeState state,
            @Nullable OutcomeKind kind,
            @Nullable String unitId,
            @Nullable String issuerCode,
            boolean revocationProposed,
            Set<String> within) {}

    /** All outcomes of a learner, in order of deposit. */
    public static List<LearningOutcome> ofLearner(String learnerId) {
        return list("learnerId = ?1 order by depositedIndex", learnerId);
    }

    /** Those wanted, in order of deposit, deposited after an index. */
    static List<LearningOutcome> page(Wanted wanted, long afterIndex, int size) {
        var query = new StringBuilder("depositedIndex > :after");
        var values = new HashMap<String, Object>();
        values.put("after", afterIndex);
        if (wanted.state() != null) {
            query.append(" and state = :state");
            values.put("state", wanted.state());
        }
        if (wanted.kind() != null) {
            query.append(" and kind = :kind");
            values.put("kind", wanted.kind());
        }
        if (wanted.unitId() != null) {
            query.append(" and array_contains(unitPath, :unit)");
            values.put("unit", wanted.unitId());
        }
        if (wanted.issuerCode() != null) {
            query.append(" and issuerCode = :issuer");
            values.put("issuer", wanted.issuerCode());
        }
        if (wanted.revocationProposed()) {
            query.append(" and revocationProposedBy is not null");
        }
        if (!wanted.within().contains(Offices.EVERYWHERE)) {
            query.append(" and array_intersects(unitPath, :within)");
            values.put("within", wanted.within().toArray(String[]::new));
        }
        return find(query + " order by depositedIndex", values)
                .page(Page.ofSize(size))
                .list();
    }
}
