package org.gongxue.eventlog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongxue.eventlog.testing.DomainLike;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;

/**
 * The toy domain with weak spots.
 *
 * @param like the toy domain
 * @param reacting what happens before it reacts to an input
 * @param deciding what happens before it decides a command
 * @param streams its kinds of stream
 */
record FrailToy(Toy like, Consumer<Input> reacting, Consumer<ToyCommand> deciding, List<StreamType<?>> streams)
        implements DomainLike<ToyCommand> {

    FrailToy(Toy like, Consumer<Input> reacting, Consumer<ToyCommand> deciding) {
        this(like, reacting, deciding, like.streams());
    }

    @Override
    public Decision decide(View view, ToyCommand command) {
        deciding.accept(command);
        return like.decide(view, command);
    }

    @Override
    public Optional<ToyCommand> react(Input input) {
        reacting.accept(input);
        return like.react(input);
    }
}
