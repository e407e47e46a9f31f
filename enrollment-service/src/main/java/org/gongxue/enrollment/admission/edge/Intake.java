package org.gongxue.enrollment.admission.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.enrollment.edge.Page;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An intake to be read; {@link IntakeProjection} writes it. */
@Entity
@Immutable
@Table(name = "intake")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Intake extends PanacheEntityBase {

    @Id
    @Column(name = "intake_id")
    public String intakeId;

    public int year;

    @Column(name = "opens_on")
    public LocalDate opensOn;

    @Column(name = "closes_on")
    public LocalDate closesOn;

    public int quota;

    @Column(name = "answer_days")
    public int answerDays;

    public int used;

    @Column(name = "closed_on")
    public @Nullable LocalDate closedOn;

    @Column(name = "opened_index")
    public long openedIndex;

    static List<Intake> page(long after) {
        return Intake.<Intake>find("openedIndex > ?1 order by openedIndex", after)
                .page(0, Page.FETCH)
                .list();
    }
}
