package org.gongxue.events.creditbank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrator proposes an entry in the register of issuers; another person has to confirm it.
 *
 * @param number counts from 1 within the issuer's code
 * @param until absent while open-ended
 * @param digest of code, name, scopes and dates, which the second person names
 */
public record IssuerProposed(
        String issuerCode,
        int number,
        String name,
        List<IssuerScope> scopes,
        LocalDate from,
        @Nullable LocalDate until,
        String digest,
        String proposedBy)
        implements CreditBankEvent {

    public IssuerProposed {
        scopes = List.copyOf(scopes);
    }
}
