package org.gongxue.creditbank.certificate;

import java.time.LocalDate;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.CertificateClaimed;
import org.gongxue.events.creditbank.CertificateReleased;
import org.jspecify.annotations.Nullable;

/**
 * What one certificate, known by its keyed token, stands for: nothing, or one outcome of one learner (invariant 4).
 *
 * @param outcomeId the outcome that claimed it
 * @param learnerId whose outcome that is
 * @param on the business date of the claim
 */
public record Certificate(
        @Nullable String outcomeId,
        @Nullable String learnerId,
        @Nullable LocalDate on) {

    private static final Certificate FREE = new Certificate(null, null, null);

    /** Certificates by token. */
    public static final StreamType<Certificate> STREAM =
            StreamType.of("certificate", Certificate.class, 1, FREE, (state, event) -> switch (event) {
                case CertificateClaimed claimed ->
                    new Certificate(claimed.outcomeId(), claimed.learnerId(), claimed.on());
                case CertificateReleased _ -> FREE;
                default -> throw new IllegalStateException("On a certificate's stream: " + event);
            });
}
