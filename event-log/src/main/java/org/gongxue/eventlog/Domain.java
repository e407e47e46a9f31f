package org.gongxue.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pure part of a service: no clock, no random, no input or output. The same log through the same domain gives the
 * same decisions (invariant 7).
 *
 * @param <C> the service's sealed command type
 */
public interface Domain<C> {

    /** The service's name in topics and envelopes, such as {@code credit-bank}. */
    String service();

    /**
     * The streams a command reads. A refusal is recorded on the first: the first in the set's order if it has one
     * (a {@link java.util.SequencedSet}), otherwise the smallest.
     */
    Set<StreamId> reads(C command);

    /** What becomes of a command. Throws only for a bug. */
    Decision decide(View view, C command);

    /** When the events of the current command occurred, for those that do not say so themselves. */
    Instant occurredAt(View view);

    /** The command an input gives rise to; empty if it is of no interest, then only the inbox moves on. */
    Optional<C> react(Input input);

    /** Whom an input is about: if one input about them cannot be decided, the later ones wait behind it. */
    default Optional<String> subject(Input input) {
        return Optional.empty();
    }

    /**
     * Why who asks may not decide about parked inputs; empty if they may. That proposer and confirmer are two persons is
     * the log's own concern.
     */
    default Optional<Refusal> refusesParkedDecision(View view) {
        return Optional.of(Refusal.forbidden("PARKED_NOT_YOURS", null, null));
    }

    /** Reads and writes this service's events, and reads those it takes as inputs. */
    EventCodec codec();

    /** Every kind of stream the service writes. */
    List<StreamType<?>> streams();
}
