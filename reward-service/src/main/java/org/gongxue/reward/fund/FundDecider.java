package org.gongxue.reward.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.AppropriationConfirmed;
import org.gongxue.events.reward.AppropriationProposed;
import org.gongxue.events.reward.AppropriationRejected;
import org.gongxue.events.reward.BusinessKeyClaimed;
import org.gongxue.events.reward.FundOpened;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.authority.Staff;
import org.gongxue.reward.entitlement.BusinessKeys;
import org.gongxue.reward.fund.FundCommand.AppropriationAnswer;
import org.gongxue.reward.fund.FundCommand.ConfirmAppropriation;
import org.gongxue.reward.fund.FundCommand.FundAnswer;
import org.gongxue.reward.fund.FundCommand.OpenFund;
import org.gongxue.reward.fund.FundCommand.PromoteWaitlisted;
import org.gongxue.reward.fund.FundCommand.ProposeAppropriation;
import org.gongxue.reward.fund.FundCommand.RejectAppropriation;
import org.gongxue.reward.ledger.FundBook;
import org.gongxue.reward.ledger.FundBook.Cause;
import org.gongxue.reward.ledger.FundState;
import org.gongxue.reward.ledger.Ledger;
import org.gongxue.reward.policy.CanonicalJson;

/** Decides about funds: money enters under a document number, entered by one person and confirmed by another. */
final class FundDecider {

    /** The most one appropriation can be, in fen: 100 billion yuan, far from where sums overflow. */
    static final long APPROPRIATION_FEN_MAX = 10_000_000_000_000L;

    /** The most appropriations of one fund that may wait for their second person. */
    static final int PROPOSED_MAX = 20;

    private FundDecider() {}

    /** The stream a refusal is recorded on. */
    static StreamId home(FundCommand command) {
        return Ledger.FUND.id(command.fundId());
    }

    /** What becomes of a command. */
    static Decision decide(View view, FundCommand command) {
        return switch (command) {
            case OpenFund c -> asStaff(view).orElseGet(() -> open(view, c));
            case ProposeAppropriation c -> asStaff(view).orElseGet(() -> propose(view, c));
            case ConfirmAppropriation c -> asStaff(view).orElseGet(() -> confirm(view, c));
            case RejectAppropriation c -> asStaff(view).orElseGet(() -> reject(view, c));
            case PromoteWaitlisted c -> WhenMoneyArrivesThenPromoteWaitlisted.decide(view, c);
        };
    }

    private static Optional<Decision> asStaff(View view) {
        return Staff.mayAct(view, StaffRole.FINANCE, StaffRole.ADMINISTRATOR).map(Decision::refused);
    }

    private static Decision open(View view, OpenFund command) {
        if (!command.fundId().endsWith("-" + command.year())) {
            return Decision.refused(Refusal.invalid("FUND_ID_YEAR", "fundId", command.fundId(), "…-" + command.year()));
        }
        var book = FundBook.of(view, command.fundId());
        if (book.fund().opened()) {
            return Decision.refused(Refusal.conflict("FUND_EXISTS", "fundId", command.fundId(), null));
        }
        book.write(new FundOpened(command.fundId(), command.name(), command.year(), command.source()));
        return Decision.accepted(
                book.events(), new FundAnswer(command.fundId(), command.name(), command.year(), command.source()));
    }

    private static Decision propose(View view, ProposeAppropriation command) {
        var book = FundBook.of(view, command.fundId());
        var fault = fault(view, book.fund(), command);
        if (fault.isPresent()) {
            return Decision.refused(fault.get());
        }
        var proposed = new AppropriationProposed(
                command.fundId(),
                book.fund().appropriations() + 1,
                command.documentNumber(),
                command.amountFen(),
                command.on(),
                Staff.subject(view));
        book.write(proposed);
        return Decision.accepted(book.events(), answer(proposed, "proposed"));
    }

    private static Optional<Refusal> fault(View view, FundState fund, ProposeAppropriation command) {
        if (!fund.opened()) {
            return Optional.of(Refusal.notFound("FUND_UNKNOWN", "fundId", command.fundId()));
        }
        if (command.amountFen() <= 0 || command.amountFen() > APPROPRIATION_FEN_MAX) {
            return Optional.of(Refusal.invalid(
                    "AMOUNT_OUT_OF_RANGE",
                    "amountFen",
                    Long.toString(command.amountFen()),
                    "1–" + APPROPRIATION_FEN_MAX));
        }
        var today = BusinessCalendar.today(view);
        if (command.on().isAfter(today)) {
            return Optional.of(
                    Refusal.invalid("DATE_IN_FUTURE", "on", command.on().toString(), "<= " + today));
        }
        if (fund.proposed().size() >= PROPOSED_MAX) {
            return Optional.of(Refusal.conflict(
                    "TOO_MANY_PROPOSED", null, Integer.toString(fund.proposed().size()), "< " + PROPOSED_MAX));
        }
        return usedBefore(view, command.fundId(), command.documentNumber());
    }

    private static Decision confirm(View view, ConfirmAppropriation command) {
        var book = FundBook.of(view, command.fundId());
        var proposed = proposed(book.fund(), command.number());
        if (proposed.isEmpty()) {
            return Decision.refused(notProposed(book.fund(), command.number()));
        }
        if (proposed.get().proposedBy().equals(Staff.subject(view))) {
            return Decision.refused(Staff.makerIsChecker());
        }
        return usedBefore(view, command.fundId(), proposed.get().documentNumber())
                .map(Decision::refused)
                .orElseGet(() -> confirm(view, book, proposed.get()));
    }

    private static Decision confirm(View view, FundBook book, AppropriationProposed proposed) {
        var key = documentKey(proposed.fundId(), proposed.documentNumber());
        book.write(new AppropriationConfirmed(
                proposed.fundId(),
                proposed.number(),
                proposed.documentNumber(),
                proposed.amountFen(),
                Staff.subject(view)));
        book.appropriate(Cause.appropriation(proposed.number()), proposed.amountFen());
        var events = new ArrayList<>(book.events());
        events.add(NewEvent.of(
                BusinessKeys.KEY.id(key), new BusinessKeyClaimed(key, proposed.fundId() + "/" + proposed.number())));
        return Decision.accepted(List.copyOf(events), answer(proposed, "confirmed"));
    }

    private static Decision reject(View view, RejectAppropriation command) {
        var book = FundBook.of(view, command.fundId());
        var proposed = proposed(book.fund(), command.number());
        if (proposed.isEmpty()) {
            return Decision.refused(notProposed(book.fund(), command.number()));
        }
        book.write(new AppropriationRejected(command.fundId(), command.number(), Staff.subject(view)));
        return Decision.accepted(book.events(), answer(proposed.get(), "rejected"));
    }

    private static Optional<AppropriationProposed> proposed(FundState fund, int number) {
        return fund.proposed().stream().filter(p -> p.number() == number).findFirst();
    }

    private static Refusal notProposed(FundState fund, int number) {
        var text = Integer.toString(number);
        return number >= 1 && number <= fund.appropriations()
                ? Refusal.conflict("APPROPRIATION_SETTLED", "number", text, null)
                : Refusal.notFound("APPROPRIATION_UNKNOWN", "number", text);
    }

    private static AppropriationAnswer answer(AppropriationProposed proposed, String state) {
        return new AppropriationAnswer(
                proposed.fundId(), proposed.number(), proposed.documentNumber(), proposed.amountFen(), state);
    }

    /** One document appropriates once to one fund (invariant 4). */
    private static Optional<Refusal> usedBefore(View view, String fundId, String documentNumber) {
        var holder = view.state(BusinessKeys.KEY, documentKey(fundId, documentNumber))
                .holder();
        return Optional.ofNullable(holder)
                .map(first -> Refusal.conflict("DOCUMENT_NUMBER_USED", "documentNumber", documentNumber, null)
                        .withFacts(Map.of("first", first)));
    }

    private static String documentKey(String fundId, String documentNumber) {
        return "appropriation."
                + CanonicalJson.digest(fundId + " " + documentNumber).substring(0, 32);
    }
}
