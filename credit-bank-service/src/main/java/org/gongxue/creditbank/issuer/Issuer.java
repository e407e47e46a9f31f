package org.gongxue.creditbank.issuer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.IssuerRegistered;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.IssuerWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of one issuer (D11). It is read at every deposit, so it holds no more than a deposit asks for.
 *
 * @param name absent while not registered
 * @param terms when it may issue what, in time order, never two on one day
 * @param withdrawal how it left the register, absent while it is in it
 */
public record Issuer(
        @Nullable String name, List<Term> terms, @Nullable Withdrawal withdrawal) {

    /** The most terms that are kept; with the two limits below the state stays within its head. */
    public static final int TERMS_MAX = 5;
    /** The most scopes of a term. */
    public static final int SCOPES_MAX = 8;
    /** The most occupations that all terms name together. */
    public static final int OCCUPATIONS_MAX = 400;

    /** What may be issued between two days, both included; {@code until} absent while open-ended. */
    public record Term(
            List<IssuerScope> scopes,
            LocalDate from,
            @Nullable LocalDate until) {

        private boolean holds(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        private Term endingBy(LocalDate day) {
            return until == null || until.isAfter(day) ? new Term(scopes, from, day) : this;
        }

        private int occupations() {
            return scopes.stream()
                    .mapToInt(scope -> scope.occupationCodes().size())
                    .sum();
        }
    }

    /** What was issued after this day is not recognised. */
    public record Withdrawal(LocalDate after, String reasonCode) {}

    /** Issuers by code. */
    public static final StreamType<Issuer> STREAM =
            StreamType.of("issuer", Issuer.class, 1, new Issuer(null, List.of(), null), Issuer::evolve);

    /** Whether the register knows it, withdrawn or not. */
    public boolean known() {
        return name != null;
    }

    /** What it may issue on a day. */
    public Optional<Term> on(LocalDate day) {
        return terms.stream().filter(term -> term.holds(day)).findFirst();
    }

    /** The term that counts now or counted last; absent when all were withdrawn from their first day. */
    public Optional<Term> latest() {
        return terms.isEmpty() ? Optional.empty() : Optional.of(terms.getLast());
    }

    /** How many occupations all terms name together. */
    int occupations() {
        return terms.stream().mapToInt(Term::occupations).sum();
    }

    /**
     * A registration decides for what is issued from its first day on, and leaves alone what was issued before; a
     * withdrawal ends everything after its day. So a certificate is judged by what the register said of its own date,
     * however late it is handed in.
     */
    Issuer evolve(Object event) {
        return switch (event) {
            case IssuerRegistered registered -> {
                var before = cut(
                        term -> term.from().isBefore(registered.from()),
                        registered.from().minusDays(1));
                var term = new Term(registered.scopes(), registered.from(), registered.until());
                yield new Issuer(
                        registered.name(),
                        Stream.concat(before, Stream.of(term)).toList(),
                        null);
            }
            case IssuerWithdrawn withdrawn -> {
                var left = cut(term -> !term.from().isAfter(withdrawn.after()), withdrawn.after());
                yield new Issuer(name, left.toList(), new Withdrawal(withdrawn.after(), withdrawn.reasonCode()));
            }
            default -> throw new IllegalStateException("On an issuer's stream: " + event);
        };
    }

    private Stream<Term> cut(Predicate<Term> stays, LocalDate lastDay) {
        return terms.stream().filter(stays).map(term -> term.endingBy(lastDay));
    }
}
