package org.gongxue.eventlog;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides a batch beforehand, to learn which streams its decisions will look at beyond those they named, so that all of
 * them are read in one query instead of one each. What is not at hand is taken to be new, so this is a guess: nothing of it
 * is kept, and the decision itself asks for what was not foreseen.
 */
final class Rehearsal<C> {
    private final Function<StreamId, @Nullable Head> known;
    private final StreamTypes types;
    private final Deliberation<C> deliberation;
    private final Set<StreamId> further = new LinkedHashSet<>();

    private Rehearsal(Rules<C> rules, Function<StreamId, @Nullable Head> known) {
        this.known = known;
        this.types = rules.types();
        this.deliberation = new Deliberation<>(rules, this::head, 0, Instant.EPOCH);
    }

    /**
     * The streams that these requests will look at, as far as can be foreseen, and that are not at hand.
     *
     * @param known gives the heads that are
     */
    static <C> Set<StreamId> of(List<Request<C>> batch, Rules<C> rules, Function<StreamId, @Nullable Head> known) {
        var rehearsal = new Rehearsal<>(rules, known);
        batch.forEach(rehearsal::decide);
        return rehearsal.further;
    }

    private void decide(Request<C> request) {
        switch (request) {
            case Request.OfCommand<C>(Submission<C> command, Set<StreamId> reads, var _) ->
                deliberation.decide(Cause.of(command), Context.of(command), reads, command.command());
            case Request.OfInput<C> input -> {
                if (input.reaction() instanceof Request.Reaction.Act<C>(C command, Set<StreamId> reads)) {
                    deliberation.decide(Cause.of(input.input()), Context.of(input.input()), reads, command);
                }
            }
            case Request.OfParked<C> _ -> {} // rare, and reads what it needs
            case Request.OfKey<C> _ -> {} // the same
        }
    }

    private Head head(StreamId stream) {
        Head head = known.apply(stream);
        if (head == null) {
            further.add(stream);
            return Head.initial(types.of(stream));
        }
        return head;
    }
}
