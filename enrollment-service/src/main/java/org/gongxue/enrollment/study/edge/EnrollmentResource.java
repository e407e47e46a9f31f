package org.gongxue.enrollment.study.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Page;
import org.gongxue.enrollment.edge.Scope;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.study.DegreeProgress;
import org.gongxue.enrollment.study.Enrollments;
import org.gongxue.enrollment.university.edge.University;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** Enrollments and how far each is from its degree. */
@Path("enrollments")
@RunOnVirtualThread
public class EnrollmentResource {

    private final EventLog<Object> log;
    private final Authority authority;
    private final Scope scope;

    EnrollmentResource(EventLog<Object> log, Authority authority, Scope scope) {
        this.log = log;
        this.authority = authority;
        this.scope = scope;
    }

    /** An enrollment in a list; {@code state} is studying, graduated or withdrawn. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EnrollmentItem(
            String enrollmentId,
            String learnerId,
            String programId,
            int programVersion,
            String universityId,
            String studentNumber,
            String unitId,
            String state,
            LocalDate enrolledOn,
            @Nullable LocalDate withdrawnOn,
            @Nullable LocalDate graduatedOn,
            boolean creditsDiffer) {

        private static EnrollmentItem of(Enrollment e) {
            return new EnrollmentItem(
                    e.enrollmentId,
                    e.learnerId,
                    e.programId,
                    e.programVersion,
                    e.universityId,
                    e.studentNumber,
                    e.unitId,
                    e.state(),
                    e.enrolledOn,
                    e.withdrawnOn,
                    e.graduatedOn,
                    e.creditsDiffer);
        }
    }

    @GET
    @Path("mine")
    @Operation(summary = "The caller's own enrollments with progress, the latest first")
    @RolesAllowed(Roles.LEARNER)
    public Page<EnrollmentView> mine() {
        var own = authority.learnerId().map(Enrollment::ofLearner).orElse(List.of());
        return new Page<>(own.stream().map(this::view).toList(), null);
    }

    @GET
    @Operation(summary = "The enrollments within the caller's scope")
    @RolesAllowed({
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public Page<EnrollmentItem> enrollments(
            @QueryParam("university") @Nullable @Pattern(regexp = Ids.SCHOOL_CODE) String university,
            @QueryParam("cursor") @Nullable String cursor) {
        var visible = scope.visible();
        var onlyUniversities = !visible.everywhere() && visible.units().isEmpty();
        if (university != null && onlyUniversities && !visible.universities().contains(university)) {
            throw new RefusedException(Offices.notAppointed(StaffRole.REGISTRAR, university));
        }
        return Page.of(
                Enrollment.page(university, Page.after(cursor), visible), e -> e.enrolledIndex, EnrollmentItem::of);
    }

    @GET
    @Path("{enrollmentId}")
    @Operation(summary = "One enrollment with its progress")
    @RolesAllowed({
        Roles.LEARNER,
        Roles.UNION_OFFICER,
        Roles.REGISTRAR,
        Roles.PARTNER_UNIVERSITY,
        Roles.ADMINISTRATOR,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    public EnrollmentView enrollment(@PathParam("enrollmentId") @Pattern(regexp = Ids.ID) String enrollmentId) {
        var enrollment = Enrollment.<Enrollment>findByIdOptional(enrollmentId)
                .orElseThrow(() -> RefusedException.notFound("enrollmentId", enrollmentId));
        var own = authority.learnerId().filter(enrollment.learnerId::equals).isPresent();
        if (!own && !scope.reaches(enrollment.unitId, enrollment.universityId)) {
            throw new RefusedException(Offices.notAppointed(StaffRole.UNION_OFFICER, enrollment.unitId));
        }
        return view(enrollment);
    }

    private EnrollmentView view(Enrollment enrollment) {
        var published = log.read(
                        Programs.PROGRAM,
                        Programs.id(enrollment.programId, enrollment.programVersion)
                                .id())
                .program();
        if (published == null) {
            throw new IllegalStateException("Enrolled in a program that was not published: " + enrollment.programId);
        }
        var progress = DegreeProgress.of(published, log.read(Enrollments.ENROLLMENT, enrollment.enrollmentId));
        return EnrollmentView.of(
                enrollment,
                published,
                University.names().get(enrollment.universityId),
                progress,
                TuitionReceipt.of(enrollment.enrollmentId));
    }
}
