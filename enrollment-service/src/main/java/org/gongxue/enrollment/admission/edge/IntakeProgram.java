package org.gongxue.enrollment.admission.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A program's places in an intake to be read; {@link IntakeProjection} writes it. */
@Entity
@Immutable
@IdClass(IntakeProgram.Key.class)
@Table(name = "intake_program")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class IntakeProgram extends PanacheEntityBase {

    /** An intake and a program. */
    public record Key(String intakeId, String programId) implements Serializable {}

    @Id
    @Column(name = "intake_id")
    public String intakeId;

    @Id
    @Column(name = "program_id")
    public String programId;

    @Column(name = "program_version")
    public int programVersion;

    public int ordinal;

    public int places;

    public int used;

    public int waitlisted;

    static List<IntakeProgram> ofIntakes(List<String> intakeIds) {
        return list("intakeId in ?1 order by intakeId, ordinal", intakeIds);
    }
}
