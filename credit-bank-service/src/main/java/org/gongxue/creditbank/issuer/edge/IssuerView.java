package org.gongxue.creditbank.issuer.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.creditbank.issuer.Issuer;
import org.gongxue.events.creditbank.IssuerProposed;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.kit.door.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of an issuer.
 *
 * @param name absent while it is only proposed
 * @param terms what it may issue from when to when, in time order
 * @param withdrawal how it left the register, absent while it is in it
 * @param proposal an entry that waits for another person; shown to administrators and auditors of the whole bank
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssuerView(
        String issuerCode,
        @Nullable String name,
        List<TermView> terms,
        @Nullable WithdrawalView withdrawal,
        @Nullable ProposalView proposal) {

    /** What may be issued between two days, both included; {@code until} absent while open-ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TermView(
            List<IssuerScope> scopes,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** What was issued after this day is not recognised, and why, also in words. */
    public record WithdrawalView(LocalDate after, String reasonCode, String text) {}

    /**
     * A proposed entry.
     *
     * @param number counts from 1 within the code
     * @param digest of the terms, to be named by whoever confirms them
     * @param until absent while open-ended
     * @param proposedByMe whether the reader proposed it, and so cannot confirm it
     * @param state proposed, or rejected once it was turned down
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProposalView(
            String issuerCode,
            int number,
            String digest,
            String name,
            List<IssuerScope> scopes,
            LocalDate from,
            @Nullable LocalDate until,
            String proposedBy,
            boolean proposedByMe,
            String state) {

        static ProposalView of(IssuerProposed proposed, String state, String subject) {
            return new ProposalView(
                    proposed.issuerCode(),
                    proposed.number(),
                    proposed.digest(),
                    proposed.name(),
                    proposed.scopes(),
                    proposed.from(),
                    proposed.until(),
                    proposed.proposedBy(),
                    proposed.proposedBy().equals(subject),
                    state);
        }
    }

    static IssuerView of(String issuerCode, Issuer issuer, @Nullable ProposalView proposal, Locale locale) {
        return new IssuerView(
                issuerCode,
                issuer.name(),
                issuer.terms().stream()
                        .map(term -> new TermView(term.scopes(), term.from(), term.until()))
                        .toList(),
                withdrawal(issuer, locale),
                proposal);
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
