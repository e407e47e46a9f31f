package org.gongxue.creditbank.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.account.LearningAccount;
import org.gongxue.creditbank.certificate.Certificate;
import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.creditbank.recognition.Recognition;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateClaimed;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.events.creditbank.SkillLevelHeld;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A skill certificate is handed in by its holder or by an officer for him, and recognised in the same decision when
 * every check passes; otherwise refused with every reason.
 *
 * @param outcomeId the new outcome's id
 * @param learnerId whose outcome; absent means the asker's own
 * @param certificateToken the keyed token of the normalized number
 * @param number what the number says
 */
public record DepositOutcome(
        String outcomeId,
        @Nullable String learnerId,
        Asker asker,
        String certificateToken,
        CertificateNumber.Reading number,
        String occupationCode,
        String occupationEdition,
        String occupationName,
        SkillLevel level,
        LocalDate issuedOn,
        AcquisitionRoute route)
        implements OutcomeCommand {

    /** What the depositor is told. */
    public record Deposited(String outcomeId, String learnerId, OutcomeState state, List<RefusalReason> reasons) {}

    @Override
    public SequencedSet<StreamId> reads() {
        var streams = new LinkedHashSet<StreamId>();
        streams.add(learnerId == null ? asker.account() : LearningAccount.STREAM.id(learnerId));
        streams.add(Outcome.STREAM.id(outcomeId));
        streams.add(Certificate.STREAM.id(certificateToken));
        streams.add(BusinessCalendar.STREAM);
        streams.add(asker.account());
        streams.add(asker.appointments());
        return streams;
    }

    @Override
    public Decision decide(View view) {
        var owner = Optional.ofNullable(learnerId).or(() -> asker.learner(view));
        if (owner.isEmpty()) {
            return Decision.refused(Refusal.forbidden("SIGN_IN_NOT_LINKED", null, null));
        }
        var account = view.state(LearningAccount.STREAM, owner.get());
        if (!account.open()) {
            return Decision.refused(Refusal.notFound("LEARNER_UNKNOWN", "learnerId", owner.get()));
        }
        var forbidden = asker.mayActFor(view, account);
        if (forbidden.isPresent()) {
            return Decision.refused(forbidden.get());
        }
        return switch (number) {
            case CertificateNumber.Unreadable unreadable -> Decision.refused(refusal(unreadable));
            case CertificateNumber.Read read -> judge(view, owner.get(), account, read);
        };
    }

    private static Refusal refusal(CertificateNumber.Unreadable unreadable) {
        var refusal = Refusal.invalid(unreadable.code(), "certificateNumber", unreadable.value(), unreadable.needed());
        var position = unreadable.position();
        return position == null ? refusal : refusal.withFacts(Map.of("position", position));
    }

    private Decision judge(View view, String owner, LearningAccount account, CertificateNumber.Read read) {
        var today = BusinessCalendar.today(view);
        var reasons = new ArrayList<>(Recognition.contradictions(read, level, issuedOn, today));
        usedBefore(view, owner).ifPresent(reasons::add);
        full(account).ifPresent(reasons::add);
        var deposited = NewEvent.of(Outcome.STREAM.id(outcomeId), deposited(owner, read, today));
        return reasons.isEmpty() ? recognized(deposited, owner, account, today) : refused(deposited, owner, reasons);
    }

    private OutcomeDeposited deposited(String owner, CertificateNumber.Read read, LocalDate today) {
        return new OutcomeDeposited(
                outcomeId,
                owner,
                OutcomeKind.SKILL_CERTIFICATE,
                certificateToken,
                read.form(),
                null,
                occupationCode,
                occupationEdition,
                occupationName,
                level,
                null,
                null,
                issuedOn,
                route,
                today,
                asker.subject());
    }

    private Decision recognized(NewEvent deposited, String owner, LearningAccount account, LocalDate today) {
        var claimed = new CertificateClaimed(certificateToken, outcomeId, owner, today);
        var recognized = new OutcomeRecognized(
                outcomeId,
                owner,
                level,
                account.highestHeld().orElse(null),
                account.highestHeld(occupationCode).orElse(null));
        var held = new SkillLevelHeld(owner, outcomeId, occupationCode, level);
        return Decision.accepted(
                List.of(
                        deposited,
                        NewEvent.of(Certificate.STREAM.id(certificateToken), claimed),
                        NewEvent.of(Outcome.STREAM.id(outcomeId), recognized),
                        NewEvent.of(LearningAccount.STREAM.id(owner), held)),
                new Deposited(outcomeId, owner, OutcomeState.RECOGNIZED, List.of()));
    }

    private Decision refused(NewEvent deposited, String owner, List<RefusalReason> reasons) {
        var refused = new OutcomeRefused(outcomeId, owner, reasons);
        return Decision.accepted(
                List.of(deposited, NewEvent.of(Outcome.STREAM.id(outcomeId), refused)),
                new Deposited(outcomeId, owner, OutcomeState.REFUSED, reasons));
    }

    private static Optional<RefusalReason> full(LearningAccount account) {
        return account.certificates() < LearningAccount.CERTIFICATES_MAX
                ? Optional.empty()
                : Optional.of(new RefusalReason(
                        "ACCOUNT_FULL",
                        "learnerId",
                        Integer.toString(account.certificates()),
                        Integer.toString(LearningAccount.CERTIFICATES_MAX)));
    }

    /** One certificate is one outcome (invariant 4); the same person is told of his first, another person is not. */
    private Optional<RefusalReason> usedBefore(View view, String owner) {
        var certificate = view.state(Certificate.STREAM, certificateToken);
        var first = certificate.outcomeId();
        if (first == null) {
            return Optional.empty();
        }
        if (!owner.equals(certificate.learnerId())) {
            return Optional.of(new RefusalReason("CERTIFICATE_ALREADY_USED", "certificateNumber", null, null));
        }
        var code =
                view.state(Outcome.STREAM, first).state() == OutcomeState.REVOKED ? "CERTIFICATE_REVOKED" : "DUPLICATE";
        return Optional.of(RefusalReason.citing(first, code, "certificateNumber", String.valueOf(certificate.on())));
    }
}
