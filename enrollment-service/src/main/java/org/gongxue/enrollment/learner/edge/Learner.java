package org.gongxue.enrollment.learner.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.gongxue.events.enrollment.EducationLevel;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A learner to be read, without identity; {@link LearnerProjection} writes it. */
@Entity
@Immutable
@Table(name = "learner")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Learner extends PanacheEntityBase {

    @Id
    @Column(name = "learner_id")
    public String learnerId;

    @Column(name = "unit_id")
    public String unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "education_level")
    public EducationLevel educationLevel;

    @Column(name = "account_version")
    public int accountVersion;

    @Column(name = "consent_version")
    public @Nullable String consentVersion;

    @Column(name = "consented_on")
    public @Nullable LocalDate consentedOn;
}
