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
import org.gongxue.creditbank.issuer.Issuer;
import org.gongxue.creditbank.recognition.Claim;
import org.gongxue.creditbank.recognition.Claim.Document;
import org.gongxue.creditbank.recognition.Recognition;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateClaimed;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevelHeld;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A document is handed in by its holder or by an officer for him, and recognised in the same decision when every check
 * passes; otherwise refused with every reason.
 *
 * @param outcomeId the new outcome's id
 * @param learnerId whose outcome; absent means the asker's own
 * @param certificateToken the keyed token of the document
 * @param claim what the document is said to prove
 */
public record DepositOutcome(
        String outcomeId,
        @Nullable String learnerId,
        Asker asker,
        String certificateToken,
        Claim claim,
        String occupationCode,
        String occupationEdition,
        String occupationName,
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
        if (claim instanceof Document document) {
            streams.add(Issuer.STREAM.id(document.issuerCode()));
        }
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
        return switch (claim) {
            case Claim.Illegible(CertificateNumber.Unreadable number) -> Decision.refused(refusal(number));
            case Document document -> judge(view, owner.get(), account, document);
        };
    }

    private static Refusal refusal(CertificateNumber.Unreadable number) {
        var refusal = Refusal.invalid(number.code(), "certificateNumber", number.value(), number.needed());
        var position = number.position();
        return position == null ? refusal : refusal.withFacts(Map.of("position", position));
    }

    private Decision judge(View view, String owner, LearningAccount account, Document document) {
        var today = BusinessCalendar.today(view);
        var issuer = view.state(Issuer.STREAM, document.issuerCode());
        var reasons = new ArrayList<>(new Recognition(document, occupationCode, issuedOn, today).objections(issuer));
        usedBefore(view, owner).ifPresent(reasons::add);
        full(account, document).ifPresent(reasons::add);
        var deposited = NewEvent.of(Outcome.STREAM.id(outcomeId), deposited(owner, document, today));
        return reasons.isEmpty()
                ? recognized(deposited, document, owner, account, today)
                : refused(deposited, owner, reasons);
    }

    private OutcomeDeposited deposited(String owner, Document document, LocalDate today) {
        return new OutcomeDeposited(
                outcomeId,
                owner,
                document.kind(),
                certificateToken,
                document.form(),
                document.issuerCode(),
                occupationCode,
                occupationEdition,
                occupationName,
                document.level(),
                document instanceof Claim.Qualification q ? q.qualification() : null,
                document instanceof Claim.ContestResult c ? c.placing() : null,
                issuedOn,
                route,
                today,
                asker.subject());
    }

    private Decision recognized(
            NewEvent deposited, Document document, String owner, LearningAccount account, LocalDate today) {
        var events = new ArrayList<>(List.of(
                deposited,
                NewEvent.of(
                        Certificate.STREAM.id(certificateToken),
                        new CertificateClaimed(certificateToken, outcomeId, owner, today)),
                NewEvent.of(
                        Outcome.STREAM.id(outcomeId),
                        new OutcomeRecognized(
                                outcomeId,
                                owner,
                                document.level(),
                                account.highestHeld().orElse(null),
                                account.highestHeld(occupationCode).orElse(null)))));
        if (document instanceof Claim.SkillCertificate certificate) {
            events.add(NewEvent.of(
                    LearningAccount.STREAM.id(owner),
                    new SkillLevelHeld(owner, outcomeId, occupationCode, certificate.level())));
        }
        return Decision.accepted(events, new Deposited(outcomeId, owner, OutcomeState.RECOGNIZED, List.of()));
    }

    private Decision refused(NewEvent deposited, String owner, List<RefusalReason> reasons) {
        var refused = new OutcomeRefused(outcomeId, owner, reasons);
        return Decision.accepted(
                List.of(deposited, NewEvent.of(Outcome.STREAM.id(outcomeId), refused)),
                new Deposited(outcomeId, owner, OutcomeState.REFUSED, reasons));
    }

    /** Only skill certificates are counted in the account. */
    private static Optional<RefusalReason> full(LearningAccount account, Document document) {
        return !(document instanceof Claim.SkillCertificate)
                        || account.certificates() < LearningAccount.CERTIFICATES_MAX
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
