package org.gongxue.events.creditbank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 颁发机构备案: a body may issue documents of this scope between these days, both included. A later registration of the
 * same code replaces the earlier ones from its own first day on; what was issued before that day is judged by them.
 *
 * @param issuerCode as it stands in the numbers the body issues
 * @param until absent while open-ended
 * @param proposedBy who proposed the entry
 * @param registeredBy the other person, who confirmed it
 */
public record IssuerRegistered(
        String issuerCode,
        String name,
        List<IssuerScope> scopes,
        LocalDate from,
        @Nullable LocalDate until,
        String proposedBy,
        String registeredBy)
        implements CreditBankEvent {

    public IssuerRegistered {
        scopes = List.copyOf(scopes);
    }
}
