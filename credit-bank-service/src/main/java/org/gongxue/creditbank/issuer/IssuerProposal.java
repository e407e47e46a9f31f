package org.gongxue.creditbank.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamType;
import org.gongxue.events.creditbank.IssuerConfirmed;
import org.gongxue.events.creditbank.IssuerProposed;
import org.gongxue.events.creditbank.IssuerRejected;
import org.gongxue.events.creditbank.IssuerScope;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for an issuer. It is a stream beside {@link Issuer}, so that a deposit reads no proposal; its entry is
 * within the limits of the register.
 *
 * @param proposals how many there were so far
 * @param open the one that waits for another person, absent when none does
 */
public record IssuerProposal(int proposals, @Nullable IssuerProposed open) {

    /** Proposals by issuer's code. */
    public static final StreamType<IssuerProposal> STREAM = StreamType.of(
            "issuer-proposal", IssuerProposal.class, 1, new IssuerProposal(0, null), IssuerProposal::evolve);

    /** Why a proposal cannot be settled, if it is not the open one. */
    Optional<Refusal> notOpen(int number) {
        if (open != null && open.number() == number) {
            return Optional.empty();
        }
        var text = Integer.toString(number);
        return Optional.of(
                number >= 1 && number <= proposals
                        ? Refusal.conflict("ISSUER_PROPOSAL_SETTLED", "number", text, null)
                        : Refusal.notFound("ISSUER_PROPOSAL_UNKNOWN", "number", text));
    }

    /** SHA-256 of everything that an entry says, in hexadecimal digits. */
    public static String digest(
            String issuerCode, String name, List<IssuerScope> scopes, LocalDate from, @Nullable LocalDate until) {
        var text = new StringBuilder(issuerCode)
                .append('\n')
                .append(name)
                .append('\n')
                .append(from)
                .append('\t')
                .append(until == null ? "" : until);
        for (var scope : scopes) {
            text.append('\n')
                    .append(scope.kind())
                    .append('\t')
                    .append(String.join(" ", scope.occupationCodes()))
                    .append('\t')
                    .append(scope.lowest())
                    .append('\t')
                    .append(scope.highest());
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private IssuerProposal evolve(Object event) {
        return switch (event) {
            case IssuerProposed proposed -> {
                if (open != null || proposed.number() != proposals + 1) {
                    throw new IllegalStateException("Proposal " + proposed.number() + " cannot follow " + proposals);
                }
                yield new IssuerProposal(proposed.number(), proposed);
            }
            case IssuerConfirmed confirmed -> settled(confirmed.number());
            case IssuerRejected rejected -> settled(rejected.number());
            default -> throw new IllegalStateException("On an issuer's proposals: " + event);
        };
    }

    private IssuerProposal settled(int number) {
        if (open == null || open.number() != number) {
            throw new IllegalStateException("Proposal " + number + " is not open");
        }
        return new IssuerProposal(proposals, null);
    }
}
