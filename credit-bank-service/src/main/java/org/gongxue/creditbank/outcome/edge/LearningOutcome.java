package org.gongxue.creditbank.outcome.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An outcome to be read; {@link OutcomeProjection} writes it. */
@Entity
@Immutable
@Table(name = "learning_outcome")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class LearningOutcome extends PanacheEntityBase {

    @Id
    @Column(name = "outcome_id")
    public String outcomeId;

    @Column(name = "learner_id")
    public String learnerId;

    @Column(name = "occupation_code")
    public String occupationCode;

    @Column(name = "occupation_edition")
    public String occupationEdition;

    @Column(name = "occupation_name")
    public String occupationName;

    @Enumerated(EnumType.STRING)
    public @Nullable SkillLevel level;

    @Column(name = "issued_on")
    public LocalDate issuedOn;

    @Enumerated(EnumType.STRING)
    public OutcomeState state;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<RefusalReason> reasons;

    @Column(name = "revoked_on")
    public @Nullable LocalDate revokedOn;

    @Column(name = "revoked_reason")
    public @Nullable String revokedReason;

    @Column(name = "deposited_index")
    public long depositedIndex;

    /** All outcomes of a learner, in order of deposit. */
    public static List<LearningOutcome> ofLearner(String learnerId) {
        return list("learnerId = ?1 order by depositedIndex", learnerId);
    }
}
