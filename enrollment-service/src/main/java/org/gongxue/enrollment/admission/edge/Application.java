package org.gongxue.enrollment.admission.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongxue.enrollment.admission.ApplicationState.Stage;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.enrollment.edge.Scope.Visible;
import org.gongxue.events.enrollment.StaffRole;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An application to be read; {@link ApplicationProjection} writes it. */
@Entity
@Immutable
@Table(name = "application")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Application extends PanacheEntityBase {

    private static final String SEEN = """
            (:everywhere = true or universityId in :universities
             or exists (select 1 from UnitAncestor u where u.unitId = a.unitId and u.ancestorId in :units))
            """;

    @Id
    @Column(name = "application_id")
    public String applicationId;

    @Column(name = "intake_id")
    public String intakeId;

    @Column(name = "program_id")
    public String programId;

    @Column(name = "program_version")
    public int programVersion;

    @Column(name = "university_id")
    public String universityId;

    @Column(name = "learner_id")
    public String learnerId;

    @Column(name = "unit_id")
    public String unitId;

    @Enumerated(EnumType.STRING)
    public Stage state;

    @Column(name = "submitted_by")
    public String submittedBy;

    @Column(name = "submitted_on")
    public LocalDate submittedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "holder_role")
    public @Nullable StaffRole holderRole;

    @Column(name = "holder_id")
    public @Nullable String holderId;

    @Column(name = "due_on")
    public @Nullable LocalDate dueOn;

    @Column(name = "waitlist_number")
    public @Nullable Integer waitlistNumber;

    @Column(name = "reason_code")
    public @Nullable String reasonCode;

    @Column(name = "reason_field")
    public @Nullable String reasonField;

    @Column(name = "reason_value")
    public @Nullable String reasonValue;

    @Column(name = "reason_needed")
    public @Nullable String reasonNeeded;

    @Column(name = "first_application_id")
    public @Nullable String firstApplicationId;

    @Column(name = "enrollment_id")
    public @Nullable String enrollmentId;

    @Column(name = "submitted_index")
    public long submittedIndex;

    /** What is asked of a list; absent parts do not restrict it. */
    record Query(
            @Nullable String intakeId,
            @Nullable String programId,
            @Nullable Stage state,
            long after) {}

    /** A count of applications of one program that stand alike. */
    public record Tally(
            String programId, Stage state, @Nullable String reasonCode, long count) {}

    static List<Application> ofLearner(String learnerId) {
        return list("learnerId = ?1 order by submittedIndex desc", learnerId);
    }

    static List<Application> page(Query query, Visible visible) {
        var parameters = new HashMap<String, Object>(Map.of(
                "after", query.after(),
                "everywhere", visible.everywhere(),
                "universities", visible.universities(),
                "units", visible.units()));
        var conditions = new StringBuilder("from Application a where submittedIndex > :after and ").append(SEEN);
        if (query.intakeId() != null) {
            conditions.append(" and intakeId = :intake");
            parameters.put("intake", query.intakeId());
        }
        if (query.programId() != null) {
            conditions.append(" and programId = :program");
            parameters.put("program", query.programId());
        }
        if (query.state() != null) {
            conditions.append(" and state = :state");
            parameters.put("state", query.state());
        }
        conditions.append(" order by submittedIndex");
        return Application.<Application>find(conditions.toString(), parameters)
                .page(0, Page.FETCH)
                .list();
    }

    static List<Tally> tallies(String intakeId) {
        return getEntityManager()
                .createQuery(
                        "select a.programId, a.state, a.reasonCode, count(*) from Application a"
                                + " where a.intakeId = :intake group by a.programId, a.state, a.reasonCode",
                        Tally.class)
                .setParameter("intake", intakeId)
                .getResultList();
    }

    /** The applications that nobody recommended so far. */
    static List<String> notRecommended(String intakeId, int max) {
        return getEntityManager()
                .createQuery(
                        "select a.applicationId from Application a where a.intakeId = :intake and a.state = :state"
                                + " order by a.submittedIndex",
                        String.class)
                .setParameter("intake", intakeId)
                .setParameter("state", Stage.SUBMITTED)
                .setMaxResults(max)
                .getResultList();
    }
}
