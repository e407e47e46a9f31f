package org.gongxue.reward.quota;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.events.reward.CellPlaces;
import org.gongxue.events.reward.GroupPlaces;
import org.gongxue.events.reward.QuotaConfirmed;
import org.gongxue.events.reward.QuotaGridEvent;
import org.gongxue.events.reward.QuotaProposed;
import org.gongxue.events.reward.QuotaRejected;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.gongxue.reward.authority.Staff;
import org.gongxue.reward.policy.Policies;
import org.gongxue.reward.policy.PolicyDocument;
import org.gongxue.reward.policy.QuotaGrids;
import org.gongxue.reward.policy.QuotaGrids.GridState;
import org.gongxue.reward.quota.QuotaCommand.ConfirmQuota;
import org.gongxue.reward.quota.QuotaCommand.ProposeQuota;
import org.gongxue.reward.quota.QuotaCommand.QuotaAnswer;
import org.gongxue.reward.quota.QuotaCommand.RejectQuota;

/**
 * Decides about the places of a policy: one person proposes, another confirms, both of the whole union or of a union above
 * every unit that is named (invariant 10).
 */
final class QuotaDecider {

    private QuotaDecider() {}

    /** What becomes of a command. */
    static Decision decide(View view, QuotaCommand command) {
        return switch (command) {
            case ProposeQuota c -> propose(view, c);
            case ConfirmQuota c -> settle(view, c, c.number(), open -> confirm(view, c, open));
            case RejectQuota c -> settle(view, c, c.number(), open -> reject(view, open));
        };
    }

    private static Decision propose(View view, ProposeQuota command) {
        var forbidden = mayAllot(view, command.cells());
        if (forbidden.isPresent()) {
            return Decision.refused(forbidden.get());
        }
        var unknown = unknown(view, command.policyId(), command.policyVersion(), command.year());
        if (unknown.isPresent()) {
            return Decision.refused(unknown.get());
        }
        var reason = Arrays.stream(QuotaReason.values())
                .filter(r -> r.name().equals(command.reasonCode()))
                .findFirst();
        if (reason.isEmpty()) {
            return Decision.refused(Refusal.invalid(
                    "QUOTA_REASON_UNKNOWN",
                    "reasonCode",
                    command.reasonCode(),
                    String.join(
                            ", ",
                            Arrays.stream(QuotaReason.values())
                                    .map(QuotaReason::name)
                                    .toList())));
        }
        var grid = grid(view, command);
        var open = grid.open();
        var check = check(view, command.policyId(), command.policyVersion(), command.year());
        var fault = check.written(command.cells())
                .or(() -> open == null
                        ? Optional.empty()
                        : Optional.of(Refusal.conflict(
                                "QUOTA_PROPOSAL_OPEN", "number", Integer.toString(open.number()), null)))
                .or(() -> check.reason(reason.get(), command.cells()))
                .or(() -> check.now(BusinessCalendar.today(view), grid, command.cells()))
                .or(() -> allotsAll(view) ? Optional.empty() : check.raised(grid, command.cells()));
        return fault.map(Decision::refused).orElseGet(() -> proposed(view, command, grid.proposals() + 1));
    }

    private static Decision proposed(View view, ProposeQuota command, int number) {
        var proposed = new QuotaProposed(
                command.policyId(),
                command.policyVersion(),
                command.year(),
                number,
                command.cells(),
                command.reasonCode(),
                QuotaGrids.digest(command.policyId(), command.year(), number, command.cells()),
                Staff.subject(view));
        return Decision.accepted(List.of(on(proposed)), answer(proposed, "proposed"));
    }

    private interface Settling {
        Decision of(QuotaProposed open);
    }

    private static Decision settle(View view, QuotaCommand command, int number, Settling then) {
        var grid = grid(view, command);
        var open = grid.open();
        if (open == null || open.number() != number) {
            var text = Integer.toString(number);
            return Decision.refused(
                    number >= 1 && number <= grid.proposals()
                            ? Refusal.conflict("QUOTA_PROPOSAL_SETTLED", "number", text, null)
                            : Refusal.notFound("QUOTA_PROPOSAL_UNKNOWN", "number", text));
        }
        return mayAllot(view, open.cells()).map(Decision::refused).orElseGet(() -> then.of(open));
    }

    private static Decision confirm(View view, ConfirmQuota command, QuotaProposed open) {
        if (open.proposedBy().equals(Staff.subject(view))) {
            return Decision.refused(Staff.makerIsChecker());
        }
        if (!open.digest().equals(command.digest())) {
            return Decision.refused(Refusal.conflict("QUOTA_CHANGED", "digest", command.digest(), open.digest()));
        }
        var grid = grid(view, command);
        var check = check(view, open.policyId(), open.policyVersion(), open.year());
        return unknown(view, open.policyId(), open.policyVersion(), open.year())
                .or(() -> check.now(BusinessCalendar.today(view), grid, open.cells()))
                .map(Decision::refused)
                .orElseGet(() -> confirmed(view, grid, check, open));
    }

    private static Decision confirmed(View view, GridState grid, QuotaCheck check, QuotaProposed open) {
        var groups = new LinkedHashSet<String>();
        grid.totals().forEach(total -> groups.add(total.group()));
        open.cells().forEach(cell -> groups.add(cell.group()));
        var totals = groups.stream()
                .map(group -> new GroupPlaces(group, Math.toIntExact(check.total(grid, group, open.cells()))))
                .toList();
        var events = new ArrayList<NewEvent>();
        events.add(on(new QuotaConfirmed(
                open.policyId(), open.year(), open.number(), open.digest(), totals, Staff.subject(view))));
        for (var cell : open.cells()) {
            var book = QuotaBook.of(view, check.id(cell));
            if (book.state().cell() == null || book.state().places() != cell.places()) {
                book.allot(cell.places(), open.number());
            }
            events.addAll(book.events());
        }
        return Decision.accepted(List.copyOf(events), answer(open, "confirmed"));
    }

    private static Decision reject(View view, QuotaProposed open) {
        return Decision.accepted(
                List.of(on(new QuotaRejected(open.policyId(), open.year(), open.number(), Staff.subject(view)))),
                answer(open, "rejected"));
    }

    /** The whole union's administrators may allot anywhere, a union's officer to the units below the union. */
    private static Optional<Refusal> mayAllot(View view, List<CellPlaces> cells) {
        var administrator = Staff.mayAct(view, StaffRole.ADMINISTRATOR);
        if (administrator.isEmpty()) {
            return administrator;
        }
        var today = BusinessCalendar.today(view);
        var officer = view.state(Offices.OFFICER, Staff.subject(view));
        return cells.stream()
                .map(CellPlaces::unitId)
                .distinct()
                .filter(unit -> !officer.reaches(StaffRole.UNION_OFFICER, today, above(view, unit)))
                .findFirst()
                .map(unit -> Offices.notAppointed(StaffRole.ADMINISTRATOR, Offices.EVERYWHERE));
    }

    /** Whether this person may give out more places than there are: only for the whole union. */
    private static boolean allotsAll(View view) {
        return Staff.mayAct(view, StaffRole.ADMINISTRATOR).isEmpty()
                || Offices.mayActEverywhere(view, Staff.subject(view), StaffRole.UNION_OFFICER)
                        .isEmpty();
    }

    private static List<String> above(View view, String unitId) {
        var unit = QuotaCheck.isNamed(unitId) ? view.state(Offices.UNIT, unitId).unit() : null;
        return unit == null ? List.of() : unit.path().subList(0, unit.path().size() - 1);
    }

    private static Optional<Refusal> unknown(View view, String policyId, int version, int year) {
        var id = Policies.versionId(policyId, version);
        var state = view.state(Policies.POLICY, id);
        if (state.publishedBy() == null) {
            return Optional.of(Refusal.notFound("POLICY_UNKNOWN", "policyVersion", id));
        }
        var policy = state.policy();
        if (ceilings(policy, year) == 0) {
            return Optional.of(Refusal.invalid("QUOTA_NO_CEILING", "year", Integer.toString(year), null));
        }
        return view.state(Policies.REGISTER, policy.source()).listed().stream()
                .filter(l -> l.policyId().equals(policyId) && l.policyVersion() > version)
                .filter(l -> ceilings(document(view, policyId, l.policyVersion()), year) > 0)
                .findFirst()
                .map(newer -> Refusal.conflict(
                        "QUOTA_POLICY_SUPERSEDED",
                        "policyVersion",
                        Integer.toString(version),
                        Integer.toString(newer.policyVersion())));
    }

    private static long ceilings(PolicyDocument policy, int year) {
        var quota = policy.quota();
        return quota == null
                ? 0
                : quota.ceilings().stream().filter(c -> c.year() == year).count();
    }

    private static PolicyDocument document(View view, String policyId, int version) {
        return view.state(Policies.POLICY, Policies.versionId(policyId, version))
                .policy();
    }

    private static QuotaCheck check(View view, String policyId, int version, int year) {
        var policy = document(view, policyId, version);
        var quota = policy.quota();
        if (quota == null) {
            throw new IllegalStateException(policyId + " has no quota");
        }
        return new QuotaCheck(view, policy, quota, year);
    }

    private static GridState grid(View view, QuotaCommand command) {
        return view.state(QuotaGrids.GRID, QuotaGrids.gridId(command.policyId(), command.year()));
    }

    private static NewEvent on(QuotaGridEvent event) {
        return NewEvent.of(QuotaGrids.GRID.id(QuotaGrids.gridId(event.policyId(), event.year())), event);
    }

    private static QuotaAnswer answer(QuotaProposed proposed, String state) {
        return new QuotaAnswer(
                proposed.policyId(), proposed.year(), proposed.number(), proposed.digest(), proposed.cells(), state);
    }
}
