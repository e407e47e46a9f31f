package org.gongxue.enrollment.study.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.enrollment.edge.Scope.Visible;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An enrollment to be read; {@link EnrollmentProjection} writes it. */
@Entity
@Immutable
@Table(name = "enrollment")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Enrollment extends PanacheEntityBase {

    @Id
    @Column(name = "enrollment_id")
    public String enrollmentId;

    @Column(name = "learner_id")
    public String learnerId;

    @Column(name = "program_id")
    public String programId;

    @Column(name = "program_version")
    public int programVersion;

    @Column(name = "university_id")
    public String universityId;

    @Column(name = "student_number")
    public String studentNumber;

    @Column(name = "unit_id")
    public String unitId;

    @Column(name = "enrolled_on")
    public LocalDate enrolledOn;

    @Column(name = "withdrawn_on")
    public @Nullable LocalDate withdrawnOn;

    @Column(name = "withdrawal_reason")
    public @Nullable String withdrawalReason;

    @Column(name = "graduated_on")
    public @Nullable LocalDate graduatedOn;

    @Column(name = "credits_differ")
    public boolean creditsDiffer;

    @Column(name = "enrolled_index")
    public long enrolledIndex;

    /** graduated, withdrawn or studying. */
    String state() {
        return graduatedOn != null ? "graduated" : withdrawnOn != null ? "withdrawn" : "studying";
    }

    static List<Enrollment> ofLearner(String learnerId) {
        return list("learnerId = ?1 order by enrolledIndex desc", learnerId);
    }

    static List<Enrollment> page(@Nullable String universityId, long after, Visible visible) {
        var parameters = new HashMap<String, Object>(Map.of(
                "after", after,
                "everywhere", visible.everywhere(),
                "universities", visible.universities(),
                "units", visible.units()));
        var conditions = new StringBuilder("""
                from Enrollment e where enrolledIndex > :after
                and (:everywhere = true or universityId in :universities
                 or exists (select 1 from UnitAncestor u where u.unitId = e.unitId and u.ancestorId in :units))
                """);
        if (universityId != null) {
            conditions.append(" and universityId = :university");
            parameters.put("university", universityId);
        }
        conditions.append(" order by enrolledIndex");
        return Enrollment.<Enrollment>find(conditions.toString(), parameters)
                .page(0, Page.FETCH)
                .list();
    }
}
