package org.gongxue.eventlog;

import java.util.List;
import java.util.Optional;

/**
 * All that one cause brought about: one decision as the log recorded it.
 *
 * @param cause as in {@link Envelope#cause}
 * @param events in index order, at least one
 */
public record Deed(String cause, List<Recorded> events) {

    public Deed {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException(cause + " brought nothing about");
        }
    }

    /** The last event of it. */
    public long lastIndex() {
        return events.getLast().index();
    }

    /** Whether it came of another service's event, not of a command. */
    public boolean isOfInput() {
        return Cause.input(cause).isPresent();
    }

    /**
     * The input that was decided on, made again from its fact; empty if this came of a command, or if nothing readable
     * tells of the input. A fact does not keep the source's stream, and no decision reads it.
     */
    public Optional<Input> input() {
        if (!isOfInput()) {
            return Optional.empty();
        }
        return events.stream().filter(Recorded::isInput).findFirst().map(Deed::input);
    }

    private static Input input(Recorded fact) {
        var accepted = LogCodec.readInput(fact.data());
        return new Input(
                accepted.source(),
                accepted.index(),
                accepted.id(),
                accepted.leaf(),
                "not/kept",
                accepted.type(),
                accepted.revision(),
                fact.occurredAt(),
                fact.correlation(),
                accepted.facts(),
                fact.event());
    }
}
