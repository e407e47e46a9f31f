package org.gongxue.enrollment.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.UnexpectedEvent;
import org.gongxue.enrollment.authority.Acting;
import org.gongxue.enrollment.learner.LearnerCommand.RecordCard;
import org.gongxue.enrollment.learner.LearnerCommand.Register;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.enrollment.ConsentGiven;
import org.gongxue.events.enrollment.LearnerAccountLinked;
import org.gongxue.events.enrollment.LearnerRegistered;
import org.gongxue.events.enrollment.PayeeAccountRecorded;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Accounts;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Decides about workers. */
public final class Learners {

    /**
     * A worker.
     *
     * @param registered absent while unknown
     * @param accountToken the bank card used from now on, absent before the first
     * @param accountVersion how many cards were recorded
     */
    public record LearnerState(
            @Nullable LearnerRegistered registered,
            @Nullable String accountToken,
            int accountVersion) {}

    /** Workers by learner id. */
    public static final StreamType<LearnerState> LEARNER =
            StreamType.of("learner", LearnerState.class, 1, new LearnerState(null, null, 0), Learners::evolve);

    private Learners() {}

    /** The registered worker. */
    public static Optional<LearnerRegistered> registered(View view, String learnerId) {
        return Optional.ofNullable(view.state(LEARNER, learnerId).registered());
    }

    /** Empty when the person behind the command is the worker, or an officer of the worker's unit or above it. */
    public static Optional<Refusal> mayActFor(View view, LearnerRegistered learner) {
        return Acting.isLearner(view, learner.learnerId())
                ? Optional.empty()
                : Acting.mayAct(view, StaffRole.UNION_OFFICER, learner.unitId());
    }

    static Decision decide(View view, LearnerCommand command) {
        return switch (command) {
            case Register register -> register(view, register);
            case RecordCard card -> recordCard(view, card);
        };
    }

    private static Decision register(View view, Register c) {
        var known = view.state(LEARNER, c.learnerId()).registered();
        if (known != null) {
            return c.self() ? claim(view, c) : meetAgain(view, known);
        }
        var unfit = unfit(view, c);
        if (unfit.isPresent()) {
            return Decision.refused(unfit.get());
        }
        var subject = Acting.subject(view);
        var events = new ArrayList<NewEvent>();
        events.add(NewEvent.of(
                LEARNER.id(c.learnerId()),
                new LearnerRegistered(
                        c.learnerId(),
                        c.identityToken(),
                        c.unitId(),
                        c.educationLevel(),
                        c.self() ? subject : null,
                        subject)));
        events.add(consent(view, c));
        if (c.self()) {
            events.add(linked(subject, c.learnerId()));
        }
        return Decision.accepted(events, Settled.accepted(c.learnerId()));
    }

    private static Optional<Refusal> unfit(View view, Register c) {
        var unconsented = consented(c);
        if (unconsented.isPresent()) {
            return unconsented;
        }
        if (!view.state(Offices.UNIT, c.unitId()).known()) {
            return Optional.of(Refusal.invalid("UNIT_UNKNOWN", "unitId", c.unitId(), null));
        }
        return c.self() ? accountFree(view) : Acting.mayAct(view, StaffRole.UNION_OFFICER, c.unitId());
    }

    private static Optional<Refusal> accountFree(View view) {
        return view.state(Accounts.ACCOUNT, Acting.subject(view)).learnerId() == null
                ? Optional.empty()
                : Optional.of(Refusal.conflict("ACCOUNT_ALREADY_LINKED", "idNumber", null, null));
    }

    /** A worker whom an officer registered earlier comes himself; the sign-in phone proves it is he. */
    private static Decision claim(View view, Register c) {
        if (Acting.isLearner(view, c.learnerId())) {
            return Decision.accepted(List.of(), Settled.duplicate(c.learnerId(), c.learnerId()));
        }
        if (!c.phoneMatches()) {
            return Decision.refused(Refusal.conflict("IDENTITY_TAKEN", "idNumber", null, null));
        }
        return accountFree(view)
                .or(() -> consented(c))
                .map(Decision::refused)
                .orElseGet(() -> Decision.accepted(
                        List.of(consent(view, c), linked(Acting.subject(view), c.learnerId())),
                        Settled.accepted(c.learnerId())));
    }

    /** An officer meets a worker again; one outside his scope tells him nothing but that the number is taken. */
    private static Decision meetAgain(View view, LearnerRegistered known) {
        return Acting.mayAct(view, StaffRole.UNION_OFFICER, known.unitId()).isEmpty()
                ? Decision.accepted(List.of(), Settled.duplicate(known.learnerId(), known.learnerId()))
                : Decision.refused(Refusal.conflict("IDENTITY_TAKEN", "idNumber", null, null));
    }

    private static Decision recordCard(View view, RecordCard c) {
        var state = view.state(LEARNER, c.learnerId());
        var learner = state.registered();
        if (learner == null) {
            return Decision.refused(Refusal.notFound("NOT_FOUND", "learnerId", c.learnerId()));
        }
        var mayNot = mayActFor(view, learner);
        if (mayNot.isPresent()) {
            return Decision.refused(mayNot.get());
        }
        if (c.accountToken().equals(state.accountToken())) {
            return Decision.accepted(List.of(), Settled.duplicate(c.learnerId(), c.learnerId()));
        }
        var recorded = new PayeeAccountRecorded(c.learnerId(), c.accountToken(), state.accountVersion() + 1);
        return Decision.accepted(
                List.of(NewEvent.of(LEARNER.id(c.learnerId()), recorded)), Settled.accepted(c.learnerId()));
    }

    private static Optional<Refusal> consented(Register c) {
        return c.sensitive()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("CONSENT_REQUIRED", "consent.sensitive", "false", "true"));
    }

    private static NewEvent consent(View view, Register c) {
        return NewEvent.of(
                LEARNER.id(c.learnerId()),
                new ConsentGiven(
                        c.learnerId(),
                        c.consentVersion(),
                        c.sensitive(),
                        Acting.subject(view),
                        BusinessCalendar.today(view)));
    }

    private static NewEvent linked(String subject, String learnerId) {
        return NewEvent.of(Accounts.ACCOUNT.id(subject), new LearnerAccountLinked(learnerId, subject));
    }

    private static LearnerState evolve(LearnerState state, Object event) {
        return switch (event) {
            case LearnerRegistered registered -> new LearnerState(registered, null, 0);
            case ConsentGiven _ -> state;
            case PayeeAccountRecorded recorded ->
                new LearnerState(state.registered(), recorded.accountToken(), recorded.version());
            default -> throw new UnexpectedEvent("learner", event);
        };
    }
}
