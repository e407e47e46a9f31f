package org.gongxue.enrollment.leaving.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.BatchResult;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Items;
import org.gongxue.enrollment.edge.Scope;
import org.gongxue.enrollment.leaving.LeavingCommand.WithdrawStudent;
import org.gongxue.enrollment.leaving.LeavingCommand.WithdrawalReason;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** Students who left, as their university reports them. */
@Path("withdrawals")
@RunOnVirtualThread
public class WithdrawalResource {

    private final Items items;
    private final Scope scope;

    WithdrawalResource(Items items, Scope scope) {
        this.items = items;
        this.scope = scope;
    }

    /** 退学. */
    public record WithdrawalItem(
            @NotNull @Pattern(regexp = Ids.STUDENT_NUMBER) String studentNumber,
            @NotNull LocalDate on,
            @NotNull WithdrawalReason reasonCode) {}

    /** Many withdrawals. */
    public record WithdrawalsRequest(
            @NotEmpty @Size(max = BatchResult.ITEMS_MAX) List<WithdrawalItem> items) {}

    @POST
    @Operation(summary = "Students who left; at most 500")
    @RolesAllowed({Roles.REGISTRAR, Roles.PARTNER_UNIVERSITY})
    public BatchResult withdrawals(
            @NotNull @Valid WithdrawalsRequest request,
            @QueryParam("university") @Nullable @Pattern(regexp = Ids.SCHOOL_CODE) String university,
            HttpHeaders headers) {
        var universityId = scope.university(university);
        return items.run(
                request.items(),
                Caller.locale(headers.getAcceptableLanguages()),
                (_, item) -> new WithdrawStudent(universityId, item.studentNumber(), item.on(), item.reasonCode()));
    }
}
