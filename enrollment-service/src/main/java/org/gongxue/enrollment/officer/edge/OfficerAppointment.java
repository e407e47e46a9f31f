package org.gongxue.enrollment.officer.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.events.enrollment.StaffRole;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An appointment to be read; {@link OfficerProjection} writes it. */
@Entity
@Immutable
@Table(name = "officer_appointment")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class OfficerAppointment extends PanacheEntityBase {

    @Id
    @Column(name = "appointment_id")
    public String appointmentId;

    public String subject;

    @Column(name = "organization_id")
    public String organizationId;

    @Enumerated(EnumType.STRING)
    public StaffRole role;

    @Column(name = "from_day")
    public LocalDate from;

    @Column(name = "until_day")
    public @Nullable LocalDate until;

    @Column(name = "dismissed_on")
    public @Nullable LocalDate dismissedOn;

    @Column(name = "appointed_index")
    public long appointedIndex;

    /** Whose an appointment is; read without the entity, which would not see a dismissal later in the request. */
    static Optional<String> subjectOf(String appointmentId) {
        return getEntityManager()
                .createQuery("select a.subject from OfficerAppointment a where a.appointmentId = :id", String.class)
                .setParameter("id", appointmentId)
                .getResultStream()
                .findFirst();
    }

    static List<OfficerAppointment> ofSubject(String subject) {
        return list("subject = ?1 order by appointedIndex", subject);
    }

    static List<OfficerAppointment> page(long after) {
        return OfficerAppointment.<OfficerAppointment>find("appointedIndex > ?1 order by appointedIndex", after)
                .page(0, Page.FETCH)
                .list();
    }
}
