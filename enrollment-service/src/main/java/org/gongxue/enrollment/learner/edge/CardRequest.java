package org.gongxue.enrollment.learner.edge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.gongxue.enrollment.learner.BankCard;
import org.gongxue.enrollment.vault.edge.Payee;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.RefusedException;

/**
 * An own bank card.
 *
 * @param bankCode 联行号, 12 digits
 */
public record CardRequest(
        @NotBlank @Size(max = 40) String accountNumber,
        @NotBlank @Size(max = 60) String bankName,

        @NotNull @Pattern(regexp = "\\d{12}") String bankCode) {

    /**
     * The account's number in the form that is kept.
     *
     * @throws RefusedException (422) if its check digit is wrong
     */
    String number() {
        var number = BankCard.normalize(accountNumber);
        if (!BankCard.isValid(number)) {
            throw new RefusedException(Refusal.invalid("CARD_NUMBER_INVALID", "accountNumber", null, null));
        }
        return number;
    }

    /** The card as the payee's; the account's name is the learner's own. */
    Payee payee(String name) {
        return new Payee(name, number(), bankName.strip(), bankCode);
    }

    @Override
    public String toString() {
        return "CardRequest[…]";
    }
}
