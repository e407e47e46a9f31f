package org.gongxue.creditbank.conversion.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.gongxue.creditbank.conversion.ConversionState;
import org.gongxue.events.creditbank.ConvertedCourse;
import org.gongxue.events.creditbank.RefusalReason;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A conversion to be read; {@link ConversionProjection} writes it. */
@Entity
@Immutable
@Table(name = "credit_conversion")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class CreditConversion extends PanacheEntityBase {

    @Id
    @Column(name = "conversion_id")
    public String conversionId;

    @Column(name = "learner_id")
    public String learnerId;

    @Column(name = "outcome_id")
    public String outcomeId;

    @Column(name = "enrollment_id")
    public String enrollmentId;

    @Column(name = "rule_id")
    public @Nullable String ruleId;

    @Column(name = "rule_version")
    public @Nullable Integer ruleVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<ConvertedCourse> courses;

    public int credits;

    @Enumerated(EnumType.STRING)
    public ConversionState state;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<RefusalReason> reasons;

    @Column(name = "asked_index")
    public long askedIndex;

    /** All conversions of a learner's outcomes, in order. */
    public static List<CreditConversion> ofLearner(String learnerId) {
        return list("learnerId = ?1 order by askedIndex", learnerId);
    }
}
