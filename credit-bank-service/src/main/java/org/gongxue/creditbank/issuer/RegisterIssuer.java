package org.gongxue.creditbank.issuer;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.IssuerRegistered;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.kit.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * 备案: an administrator enters what a body may issue from a day on. A later entry renews, changes or corrects what the
 * register says from its own first day on.
 *
 * @param issuerCode as it stands in the numbers the body issues
 * @param until the last day, absent while open-ended
 */
public record RegisterIssuer(
        String issuerCode,
        String name,
        List<IssuerScope> scopes,
        LocalDate from,
        @Nullable LocalDate until,
        Asker asker)
        implements IssuerCommand {

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(
                List.of(Issuer.STREAM.id(issuerCode), BusinessCalendar.STREAM, asker.appointments()));
    }

    @Override
    public Decision decide(View view) {
        var before = view.state(Issuer.STREAM, issuerCode);
        var registered = new IssuerRegistered(issuerCode, name, scopes, from, until, asker.subject());
        var after = before.evolve(registered);
        return asker.mayAdminister(view)
                .or(this::datesReversed)
                .or(this::contradiction)
                .or(() -> full(after))
                .or(() -> saysNothingNew(before, after))
                .map(Decision::refused)
                .orElseGet(() -> IssuerAnswer.accepted(issuerCode, before, registered));
    }

    private Optional<Refusal> datesReversed() {
        return until == null || !until.isBefore(from)
                ? Optional.empty()
                : Optional.of(
                        Refusal.invalid("ISSUER_ENDS_BEFORE_IT_STARTS", "until", until.toString(), from.toString()));
    }

    private Optional<Refusal> contradiction() {
        return scopes.stream()
                .map(RegisterIssuer::contradiction)
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

    private static Optional<Refusal> full(Issuer after) {
        if (after.terms().size() > Issuer.TERMS_MAX) {
            return Optional.of(tooMuch("from", after.terms().size(), Issuer.TERMS_MAX));
        }
        return after.occupations() > Issuer.OCCUPATIONS_MAX
                ? Optional.of(tooMuch("occupationCodes", after.occupations(), Issuer.OCCUPATIONS_MAX))
                : Optional.empty();
    }

    private static Refusal tooMuch(String field, int found, int atMost) {
        return Refusal.conflict("ISSUER_REGISTER_FULL", field, Integer.toString(found), Integer.toString(atMost));
    }

    private Optional<Refusal> saysNothingNew(Issuer before, Issuer after) {
        return before.equals(after)
                ? Optional.of(Refusal.conflict("ISSUER_REGISTERED_ALREADY", "issuerCode", issuerCode, null))
                : Optional.empty();
    }
}
