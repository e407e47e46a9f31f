package org.gongxue.enrollment.learner.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.BatchResult;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.vault.edge.Access;
import org.gongxue.enrollment.vault.edge.Payee;
import org.gongxue.enrollment.vault.edge.Vault;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Roles;

/** Whom to pay: for the reward service's exports alone, with the batch as the purpose, every look kept. */
@Path("payees")
@RunOnVirtualThread
public class PayeeResource {

    private final Vault vault;
    private final Caller caller;

    PayeeResource(Vault vault, Caller caller) {
        this.vault = vault;
        this.caller = caller;
    }

    /** The learners of a batch. */
    public record PayeesRequest(
            @NotBlank @Size(max = 60) String purpose,
            @NotNull @Pattern(regexp = "[!-~]{1,80}") String batchId,
            @NotNull @Size(max = BatchResult.ITEMS_MAX) List<@NotNull @Pattern(regexp = Ids.ID) String> learnerIds) {}

    /** A payee; learners without a card are left out. */
    public record PayeeView(String learnerId, String name, String accountNumber, String bankName, String bankCode) {

        private static PayeeView of(String learnerId, Payee payee) {
            return new PayeeView(learnerId, payee.name(), payee.accountNumber(), payee.bankName(), payee.bankCode());
        }

        @Override
        public String toString() {
            return "PayeeView[…]";
        }
    }

    @POST
    @Operation(summary = "Names and cards of learners, for a payment batch")
    @RolesAllowed(Roles.PAYEE_READER)
    public List<PayeeView> payees(@NotNull @Valid PayeesRequest request) {
        var access = new Access(caller.actor(), request.purpose(), request.batchId());
        var payees = vault.payees(Set.copyOf(request.learnerIds()), access);
        return request.learnerIds().stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(payees.get(id)).map(payee -> PayeeView.of(id, payee)))
                .toList();
    }
}
