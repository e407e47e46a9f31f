package org.gongxue.creditbank.issuer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongxue.events.creditbank.IssuerScope;
import org.gongxue.events.creditbank.OutcomeKind;
import org.gongxue.events.creditbank.RefusalReason;
import org.gongxue.events.creditbank.SkillLevel;
import org.jspecify.annotations.Nullable;

/**
 * Whether the issuer could issue a document, by what the register says of the document's own date.
 *
 * @param level absent for what has no level
 * @param on the date on the document
 */
public record IssuerCheck(
        OutcomeKind kind, String occupationCode, @Nullable SkillLevel level, LocalDate on) {

    private static final int CODES_SHOWN_MAX = 5;

    /** What the register, which knows the issuer, has against it. */
    public List<RefusalReason> objections(Issuer issuer) {
        return issuer.on(on)
                .map(term -> outOfScope(term).map(List::of).orElse(List.of()))
                .orElseGet(() ->
                        List.of(new RefusalReason("ISSUER_NOT_VALID_THEN", "issuedOn", on.toString(), dates(issuer))));
    }

    private Optional<RefusalReason> outOfScope(Issuer.Term term) {
        var ofKind =
                term.scopes().stream().filter(scope -> scope.kind() == kind).toList();
        if (ofKind.isEmpty()) {
            return Optional.of(outOfScope("kind", kind.name(), kinds(term)));
        }
        var ofOccupation = ofKind.stream().filter(this::namesOccupation).toList();
        if (ofOccupation.isEmpty()) {
            return Optional.of(outOfScope("occupationCode", occupationCode, occupations(ofKind)));
        }
        return level == null || ofOccupation.stream().anyMatch(scope -> reaches(scope, level))
                ? Optional.empty()
                : Optional.of(outOfScope("level", level.name(), levels(ofOccupation)));
    }

    private static RefusalReason outOfScope(String field, String value, String needed) {
        return new RefusalReason("ISSUER_OUT_OF_SCOPE", field, value, needed);
    }

    private boolean namesOccupation(IssuerScope scope) {
        return scope.occupationCodes().contains(IssuerScope.ALL)
                || scope.occupationCodes().contains(occupationCode);
    }

    private static boolean reaches(IssuerScope scope, SkillLevel level) {
        return level.compareTo(scope.lowest()) >= 0 && level.compareTo(scope.highest()) <= 0;
    }

    private static String kinds(Issuer.Term term) {
        return term.scopes().stream()
                .map(scope -> scope.kind().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String occupations(List<IssuerScope> scopes) {
        var codes = scopes.stream()
                .flatMap(scope -> scope.occupationCodes().stream())
                .distinct()
                .toList();
        var more = codes.size() > CODES_SHOWN_MAX ? Stream.of("…") : Stream.<String>empty();
        return Stream.concat(codes.stream().limit(CODES_SHOWN_MAX), more).collect(Collectors.joining(", "));
    }

    private static String levels(List<IssuerScope> scopes) {
        return scopes.stream()
                .map(scope -> scope.lowest() + "–" + scope.highest())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The days on which the issuer could issue; when there were none, the day of its withdrawal as their end. */
    private static String dates(Issuer issuer) {
        var withdrawal = issuer.withdrawal();
        if (issuer.terms().isEmpty() && withdrawal != null) {
            return "– " + withdrawal.after();
        }
        return issuer.terms().stream()
                .map(term -> term.from() + " –" + (term.until() == null ? "" : " " + term.until()))
                .collect(Collectors.joining(", "));
    }
}
