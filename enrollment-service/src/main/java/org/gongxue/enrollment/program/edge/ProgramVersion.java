package org.gongxue.enrollment.program.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.events.enrollment.DegreeLevel;
import org.gongxue.events.enrollment.EntryLevel;
import org.gongxue.events.enrollment.ProgramCourse;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A version of a program to be read; {@link ProgramProjection} writes it. */
@Entity
@Immutable
@IdClass(ProgramVersion.Key.class)
@Table(name = "program_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ProgramVersion extends PanacheEntityBase {

    /** A program and its version. */
    public record Key(String programId, int programVersion) implements Serializable {}

    @Id
    @Column(name = "program_id")
    public String programId;

    @Id
    @Column(name = "program_version")
    public int programVersion;

    @Column(name = "university_id")
    public String universityId;

    @Enumerated(EnumType.STRING)
    public DegreeLevel level;

    public String major;

    @Enumerated(EnumType.STRING)
    @Column(name = "entry_level")
    public EntryLevel entryLevel;

    @Column(name = "required_credits")
    public int requiredCredits;

    @Column(name = "tuition_fen")
    public long tuitionFen;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<ProgramCourse> courses;

    @Column(name = "published_index")
    public long publishedIndex;

    /** The version published last. */
    static Optional<ProgramVersion> latest(String programId) {
        return ProgramVersion.<ProgramVersion>find("programId = ?1 order by programVersion desc", programId)
                .firstResultOptional();
    }

    /** One version. */
    public static Optional<ProgramVersion> version(String programId, int version) {
        return findByIdOptional(new Key(programId, version));
    }

    static List<ProgramVersion> page(long after) {
        return ProgramVersion.<ProgramVersion>find("publishedIndex > ?1 order by publishedIndex", after)
                .page(0, Page.FETCH)
                .list();
    }
}
