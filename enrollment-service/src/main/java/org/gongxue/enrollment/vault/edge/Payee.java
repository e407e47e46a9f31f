package org.gongxue.enrollment.vault.edge;

/**
 * Whom to pay: the learner's own name and card. Never logged, never in an event.
 *
 * @param bankCode 联行号, 12 digits
 */
public record Payee(String name, String accountNumber, String bankName, String bankCode) {

    @Override
    public String toString() {
        return "Payee[…]";
    }
}
