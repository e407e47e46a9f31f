package org.gongxue.creditbank.issuer.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.creditbank.issuer.Issuer;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.kit.door.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of an issuer.
 *
 * @param terms what it may issue from when to when, in time order
 * @param withdrawal how it left the register, absent while it is in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssuerView(
        String issuerCode,
        String name,
        List<TermView> terms,
        @Nullable WithdrawalView withdrawal) {

    /** What may be issued between two days, both included; {@code until} absent while open-ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TermView(
            List<IssuerScope> scopes,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** What was issued after this day is not recognised, and why, also in words. */
    public record WithdrawalView(LocalDate after, String reasonCode, String text) {}

    static IssuerView of(String issuerCode, Issuer issuer, Locale locale) {
        return new IssuerView(
                issuerCode,
                String.valueOf(issuer.name()),
                issuer.terms().stream()
                        .map(term -> new TermView(term.scopes(), term.from(), term.until()))
                        .toList(),
                withdrawal(issuer, locale));
    }

    private static @Nullable WithdrawalView withdrawal(Issuer issuer, Locale locale) {
        var withdrawal = issuer.withdrawal();
        return withdrawal == null
                ? null
                : new WithdrawalView(
                        withdrawal.after(),
                        withdrawal.reasonCode(),
                        Messages.text("withdrawal." + withdrawal.reasonCode(), Map.of(), locale));
    }
}
