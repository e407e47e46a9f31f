package org.gongxue.enrollment.learner.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import org.gongxue.enrollment.vault.edge.CardVersion;
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

    /** The card that a line of a batch was approved for. */
    public record PayeeItem(
            @NotNull @Pattern(regexp = Ids.ID) String learnerId,
            @Min(1) int version) {}

    /** The cards of a batch. */
    public record PayeesRequest(
            @NotNull @Pattern(regexp = Ids.PURPOSE) String purpose,
            @NotNull @Pattern(regexp = "[!-~]{1,80}") String batchId,
            @NotNull @Size(max = BatchResult.ITEMS_MAX) List<@NotNull @Valid PayeeItem> payees) {}

    /** A payee; what is no card of the learner is left out. */
    public record PayeeView(
            String learnerId, int version, String name, String accountNumber, String bankName, String bankCode) {

        private static PayeeView of(CardVersion card, Payee payee) {
            return new PayeeView(
                    card.learnerId(),
                    card.version(),
                    payee.name(),
                    payee.accountNumber(),
                    payee.bankName(),
                    payee.bankCode());
        }

        @Override
        public String toString() {
            return "PayeeView[…]";
        }
    }

    @POST
    @Operation(summary = "Names and cards of learners in the versions a payment batch was approved for")
    @RolesAllowed(Roles.PAYEE_READER)
    public List<PayeeView> payees(@NotNull @Valid PayeesRequest request) {
        var access = new Access(caller.actor(), request.purpose(), request.batchId());
        var cards = request.payees().stream()
                .map(item -> new CardVersion(item.learnerId(), item.version()))
                .distinct()
                .toList();
        var payees = vault.payeesByVersion(Set.copyOf(cards), access);
        return cards.stream()
                .flatMap(card -> Stream.ofNullable(payees.get(card)).map(payee -> PayeeView.of(card, payee)))
                .toList();
    }
}
