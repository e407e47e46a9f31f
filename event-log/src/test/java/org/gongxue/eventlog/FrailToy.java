package org.gongxue.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;

/**
 * The toy domain with weak spots.
 *
 * @param reacting what happens before it reacts to an input
 * @param deciding what happens before it decides a command
 * @param streams its kinds of stream
 */
record FrailToy(Toy toy, Consumer<Input> reacting, Consumer<ToyCommand> deciding, List<StreamType<?>> streams)
        implements Domain<ToyCommand> {

    FrailToy(Toy toy, Consumer<Input> reacting, Consumer<ToyCommand> deciding) {
        this(toy, reacting, deciding, toy.streams());
    }

    @Override
    public String service() {
        return toy.service();
    }

    @Override
    public Set<StreamId> reads(ToyCommand command) {
        return toy.reads(command);
    }

    @Override
    public Decision decide(View view, ToyCommand command) {
        deciding.accept(command);
        return toy.decide(view, command);
    }

    @Override
    public Instant occurredAt(View view) {
        return toy.occurredAt(view);
    }

    @Override
    public Optional<ToyCommand> react(Input input) {
        reacting.accept(input);
        return toy.react(input);
    }

    @Override
    public Optional<String> subject(Input input) {
        return toy.subject(input);
    }

    @Override
    public Optional<Refusal> refusesParkedDecision(View view) {
        return toy.refusesParkedDecision(view);
    }

    @Override
    public EventCodec codec() {
        return toy.codec();
    }
}
