package org.gongxue.reward.payment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.EntitlementEvent;
import org.gongxue.events.reward.LedgerAccount;
import org.gongxue.events.reward.PaymentConfirmed;
import org.gongxue.events.reward.PaymentReturned;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Granting;
import org.gongxue.reward.entitlement.PaymentAttempt;
import org.gongxue.reward.entitlement.Settlement;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.entitlement.TakingBack;
import org.gongxue.reward.ledger.FundBook.Cause;
import org.gongxue.reward.payment.PaymentCommand.ResultRow;
import org.gongxue.reward.payment.PaymentCommand.RowStatus;
import org.gongxue.reward.payment.PaymentCommand.SettleResults;
import org.gongxue.reward.payment.PaymentCommand.SettledAnswer;

/**
 * Takes in what the bank says of a batch's payments. What was said before changes nothing, so a result file may come any
 * number of times. A payment that was confirmed may still be returned later; never the other way round: a row that says
 * so contradicts what is known, changes nothing and is shown. What was revoked while it was at the bank is recovered when
 * it was paid, and cancelled when it came back.
 */
final class BankResults {

    private static final StreamType<EntitlementState> ENTITLEMENT = Entitlements.ENTITLEMENT;

    private final View view;
    private final BatchState batch;
    private final Granting granting;
    private final TakingBack takingBack;
    private final LocalDate today;
    private final Map<String, EntitlementState> settled = new HashMap<>();

    private BankResults(View view, BatchState batch) {
        this.view = view;
        this.batch = batch;
        this.granting = new Granting(view);
        this.takingBack = new TakingBack(granting);
        this.today = BusinessCalendar.today(view);
    }

    static Decision settle(View view, BatchState batch, SettleResults command) {
        var results = new BankResults(view, batch);
        var statuses = command.rows().stream().map(results::settle).toList();
        return Decision.accepted(results.granting.events(), new SettledAnswer(statuses));
    }

    private RowStatus settle(ResultRow row) {
        var state = settled.computeIfAbsent(row.entitlementId(), id -> view.state(ENTITLEMENT, id));
        var attempt = state.attempt();
        if (attempt == null || !belongs(attempt, row)) {
            return RowStatus.UNKNOWN;
        }
        if (!attempt.paymentNumber().equals(row.paymentNumber())) {
            // An earlier attempt came back, or never left: else there were no later one.
            return row.failureCode() == null ? RowStatus.CONTRADICTS : RowStatus.REPEATED;
        }
        var on = BusinessCalendar.shanghaiDate(row.at());
        if (on.isAfter(today) || (batch.approvedOn() != null && on.isBefore(batch.approvedOn()))) {
            return RowStatus.IMPOSSIBLE_TIME;
        }
        return row.failureCode() == null
                ? paid(state, attempt, row, on)
                : returned(state, attempt, row, row.failureCode(), on);
    }

    /** An earlier attempt of the same payment was settled before this one was drafted. */
    private boolean belongs(PaymentAttempt attempt, ResultRow row) {
        if (attempt.paymentNumber().equals(row.paymentNumber())) {
            return attempt.batchId().equals(batch.batchId());
        }
        var dash = row.paymentNumber().lastIndexOf('-');
        return dash > 0
                && attempt.paymentNumber().startsWith(row.paymentNumber().substring(0, dash + 1));
    }

    private RowStatus paid(EntitlementState state, PaymentAttempt attempt, ResultRow row, LocalDate on) {
        if (attempt.settlement() != Settlement.OPEN) {
            return Objects.equals(attempt.bankReference(), row.bankReference())
                    ? RowStatus.REPEATED
                    : RowStatus.CONTRADICTS;
        }
        granting.books().pay(cause(state), state.shares(), row.at());
        var paid = record(
                state,
                row,
                new PaymentConfirmed(
                        state.entitlementId(),
                        batch.batchId(),
                        attempt.line(),
                        attempt.paymentNumber(),
                        attempt.number(),
                        state.amountFen(),
                        row.bankReference() == null ? "" : row.bankReference(),
                        on));
        if (paid.revokedFor() != null) {
            keep(takingBack.orderRecovery(paid, TakingBack.REVOKED, TakingBack.SERVICE));
        }
        return RowStatus.PAID;
    }

    private RowStatus returned(
            EntitlementState state, PaymentAttempt attempt, ResultRow row, String failureCode, LocalDate on) {
        if (attempt.settlement() == Settlement.RETURNED) {
            return RowStatus.REPEATED;
        }
        if (!state.owed() && state.stage() != Stage.PAID) {
            return RowStatus.UNDER_RECOVERY;
        }
        var from = attempt.settlement() == Settlement.OPEN ? LedgerAccount.IN_TRANSIT : LedgerAccount.PAID;
        granting.books().takeBack(cause(state), from, state.shares(), row.at());
        var returned = record(
                state,
                row,
                new PaymentReturned(
                        state.entitlementId(),
                        batch.batchId(),
                        attempt.line(),
                        attempt.paymentNumber(),
                        attempt.number(),
                        state.amountFen(),
                        failureCode,
                        row.bankReference(),
                        on));
        if (returned.revokedFor() != null) {
            keep(takingBack.cancel(returned, TakingBack.REVOKED, TakingBack.SERVICE));
        }
        return RowStatus.RETURNED;
    }

    private EntitlementState record(EntitlementState state, ResultRow row, EntitlementEvent event) {
        granting.add(new NewEvent(ENTITLEMENT.id(state.entitlementId()), event, row.at()));
        return keep(ENTITLEMENT.evolve(state, event));
    }

    private EntitlementState keep(EntitlementState state) {
        settled.put(state.entitlementId(), state);
        return state;
    }

    private static Cause cause(EntitlementState state) {
        return Cause.entitlement(state.entitlementId(), state.policyId(), state.policyVersion());
    }
}
