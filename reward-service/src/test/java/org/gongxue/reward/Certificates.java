package org.gongxue.reward;

import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.creditbank.AcquisitionRoute;
import org.gongxue.events.creditbank.CertificateForm;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.gongxue.events.creditbank.SkillLevel;
import org.gongxue.kit.testing.PublishedSource.Say;

/** What a credit bank says of skill certificates. */
public final class Certificates {

    private Certificates() {}

    /** A learner's first certificate, of the lowest level, is handed in and recognised. */
    public static List<Say> recognized(String outcome, String learnerId, LocalDate issuedOn, LocalDate depositedOn) {
        var stream = "outcome/" + outcome;
        return List.of(
                Say.of(stream, deposited(outcome, learnerId, issuedOn, depositedOn)),
                Say.of(stream, new OutcomeRecognized(outcome, learnerId, SkillLevel.BEGINNER, null, null)));
    }

    /** It was false. */
    public static Say revoked(String outcome, String learnerId, LocalDate on) {
        return Say.of("outcome/" + outcome, new OutcomeRevoked(outcome, learnerId, "FALSE_CERTIFICATE", on));
    }

    private static OutcomeDeposited deposited(
            String outcome, String learnerId, LocalDate issuedOn, LocalDate depositedOn) {
        return new OutcomeDeposited(
                outcome,
                learnerId,
                OutcomeKind.SKILL_CERTIFICATE,
                "token-" + outcome,
                CertificateForm.DIGITS_16,
                null,
                "welder",
                "2015",
                "焊工",
                SkillLevel.BEGINNER,
                null,
                null,
                issuedOn,
                AcquisitionRoute.TRAINING,
                depositedOn,
                "user:officer");
    }
}
