package org.gongxue.reward.payment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.PaymentBatchExtended;
import org.gongxue.events.reward.PaymentDrafted;
import org.gongxue.events.reward.PaymentNumbersIssued;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.authority.Staff;
import org.gongxue.reward.entitlement.EntitlementState;
import org.gongxue.reward.entitlement.Entitlements;
import org.gongxue.reward.entitlement.Settlement;
import org.gongxue.reward.entitlement.Stage;
import org.gongxue.reward.fact.PayeeAccounts;
import org.gongxue.reward.ledger.FundBooks;
import org.gongxue.reward.payment.PaymentCommand.ExtendBatch;
import org.gongxue.reward.payment.PaymentCommand.ExtendedAnswer;

/** Puts payable entitlements into a batch of their leading fund, each as one line with a payment number of its own. */
final class BatchLines {

    private BatchLines() {}

    static Decision extend(View view, BatchState batch, ExtendBatch command) {
        if (!Staff.subject(view).equals(batch.openedBy())) {
            return Decision.refused(Refusal.forbidden("NOT_THE_MAKER", Staff.subject(view), batch.openedBy()));
        }
        var year = Integer.toString(BusinessCalendar.today(view).getYear());
        var firstNumber = view.state(Batches.NUMBERS, year).payments() + 1;
        var events = new ArrayList<NewEvent>();
        var line = batch.lines();
        var shares = new ArrayList<FundShare>();
        var newNumbers = 0;
        var asked = new LinkedHashSet<>(command.entitlementIds());
        for (var id : asked) {
            var state = view.state(Entitlements.ENTITLEMENT, id);
            var payee = view.state(PayeeAccounts.PAYEE, state.stage() == Stage.NONE ? "-" : state.learnerId());
            if (!takes(view, batch, state, payee.version(), command.againAnyway())) {
                continue;
            }
            line++;
            shares.addAll(state.shares());
            var last = state.attempt();
            var base = last == null
                    ? String.format(Locale.ROOT, "P-%s-%06d", year, firstNumber + newNumbers++)
                    : withoutAttempt(last.paymentNumber());
            var attempt = last == null ? 1 : last.number() + 1;
            events.add(NewEvent.of(
                    Entitlements.ENTITLEMENT.id(id),
                    new PaymentDrafted(
                            id,
                            batch.batchId(),
                            line,
                            base + "-" + attempt,
                            attempt,
                            state.amountFen(),
                            payee.version())));
        }
        var taken = line - batch.lines();
        if (newNumbers > 0) {
            events.add(NewEvent.of(
                    Batches.NUMBERS.id(year), new PaymentNumbersIssued(Integer.parseInt(year), 0, newNumbers)));
        }
        var after = batch.extended(line, shares);
        if (taken > 0) {
            events.add(NewEvent.of(
                    Batches.BATCH.id(batch.batchId()),
                    new PaymentBatchExtended(
                            batch.batchId(),
                            batch.lines() + 1,
                            line,
                            after.totalFen() - batch.totalFen(),
                            FundBooks.dues(shares))));
        }
        return Decision.accepted(List.copyOf(events), new ExtendedAnswer(line, after.totalFen(), asked.size() - taken));
    }

    private static boolean takes(
            View view, BatchState batch, EntitlementState state, int payeeVersion, boolean againAnyway) {
        if (payeeVersion == 0 || !batch.fundId().equals(state.fundId())) {
            return false;
        }
        var attempt = state.attempt();
        return Batches.isFree(view, state)
                && (attempt == null
                        || attempt.settlement() != Settlement.RETURNED
                        || againAnyway
                        || payeeVersion > attempt.payeeVersion());
    }

    private static String withoutAttempt(String paymentNumber) {
        return paymentNumber.substring(0, paymentNumber.lastIndexOf('-'));
    }
}
