package org.gongxue.enrollment.admission.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.hibernate.annotations.Immutable;

/** A step in an application's life, for its timeline; {@link ApplicationProjection} writes it. */
@Entity
@Immutable
@IdClass(ApplicationStep.Key.class)
@Table(name = "application_step")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ApplicationStep extends PanacheEntityBase {

    /** An application and the index of the event. */
    public record Key(String applicationId, long index) implements Serializable {}

    @Id
    @Column(name = "application_id")
    public String applicationId;

    @Id
    public long index;

    @Enumerated(EnumType.STRING)
    public Stage state;

    @Column(name = "happened_on")
    public LocalDate happenedOn;

    static List<ApplicationStep> of(List<String> applicationIds) {
        return list("applicationId in ?1 order by index", applicationIds);
    }
}
