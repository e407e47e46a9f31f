package org.gongxue.enrollment.admission.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.admission.ApplicationCommand.Admit;
import org.gongxue.enrollment.edge.BatchResult;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Items;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Roles;

/** Admission by the universities. */
@Path("admissions")
@RunOnVirtualThread
public class AdmissionResource {

    private final Items items;

    AdmissionResource(Items items) {
        this.items = items;
    }

    /** An applicant to admit, with the university's own student number. */
    public record AdmissionItem(
            @NotNull @Pattern(regexp = Ids.ID) String applicationId,
            @NotNull @Pattern(regexp = Ids.STUDENT_NUMBER) String studentNumber,
            @NotNull LocalDate enrolledOn) {}

    /** Many admissions. */
    public record AdmissionsRequest(
            @NotEmpty @Size(max = BatchResult.ITEMS_MAX) List<AdmissionItem> items) {}

    @POST
    @Operation(summary = "Admit applicants who hold a place at the caller's university; at most 500")
    @RolesAllowed({Roles.REGISTRAR, Roles.PARTNER_UNIVERSITY})
    public BatchResult admit(@NotNull @Valid AdmissionsRequest request, HttpHeaders headers) {
        return items.run(
                request.items(),
                Caller.locale(headers.getAcceptableLanguages()),
                (_, item) -> new Admit(item.applicationId(), item.studentNumber(), item.enrolledOn()));
    }
}
