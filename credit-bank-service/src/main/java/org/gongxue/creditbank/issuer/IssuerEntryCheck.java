package org.gongxue.creditbank.issuer;

import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.creditbank.IssuerProposed;
import org.gongxue.events.creditbank.IssuerRegistered;
import org.gongxue.events.creditbank.IssuerScope;

/** Whether an entry may stand in the register; asked when it is proposed and again when it is confirmed. */
final class IssuerEntryCheck {

    private IssuerEntryCheck() {}

    /** What the entry becomes once another person has confirmed it. */
    static IssuerRegistered registered(IssuerProposed entry, String confirmedBy) {
        return new IssuerRegistered(
                entry.issuerCode(),
                entry.name(),
                entry.scopes(),
                entry.from(),
                entry.until(),
                entry.proposedBy(),
                confirmedBy);
    }

    /**
     * The first thing against an entry.
     *
     * @param before what the register says now
     */
    static Optional<Refusal> objection(Issuer before, IssuerProposed entry) {
        return datesReversed(entry)
                .or(() -> contradiction(entry))
                .or(() -> againstRegister(before, before.evolve(registered(entry, entry.proposedBy())), entry));
    }

    private static Optional<Refusal> datesReversed(IssuerProposed entry) {
        var until = entry.until();
        return until == null || !until.isBefore(entry.from())
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "ISSUER_ENDS_BEFORE_IT_STARTS",
                        "until",
                        until.toString(),
                        entry.from().toString()));
    }

    private static Optional<Refusal> contradiction(IssuerProposed entry) {
        return entry.scopes().stream()
                .map(IssuerEntryCheck::contradiction)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> contradiction(IssuerScope scope) {
        if (scope.highest().compareTo(scope.lowest()) < 0) {
            return Optional.of(Refusal.invalid(
                    "ISSUER_LEVELS_REVERSED",
                    "highest",
                    scope.highest().name(),
                    scope.lowest().name()));
        }
        return scope.occupationCodes().contains(IssuerScope.ALL)
                        && scope.occupationCodes().size() > 1
                ? Optional.of(Refusal.invalid(
                        "ISSUER_SCOPE_ALL_AND_SOME",
                        "occupationCodes",
                        String.join(", ", scope.occupationCodes().subList(0, 2)),
                        IssuerScope.ALL))
                : Optional.empty();
    }

    private static Optional<Refusal> againstRegister(Issuer before, Issuer after, IssuerProposed entry) {
        if (after.terms().size() > Issuer.TERMS_MAX) {
            return Optional.of(tooMuch("from", after.terms().size(), Issuer.TERMS_MAX));
        }
        if (after.occupations() > Issuer.OCCUPATIONS_MAX) {
            return Optional.of(tooMuch("occupationCodes", after.occupations(), Issuer.OCCUPATIONS_MAX));
        }
        return before.equals(after)
                ? Optional.of(Refusal.conflict("ISSUER_REGISTERED_ALREADY", "issuerCode", entry.issuerCode(), null))
                : Optional.empty();
    }

    private static Refusal tooMuch(String field, int found, int atMost) {
        return Refusal.conflict("ISSUER_REGISTER_FULL", field, Integer.toString(found), Integer.toString(atMost));
    }
}
