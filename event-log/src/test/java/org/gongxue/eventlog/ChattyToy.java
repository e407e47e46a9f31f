package org.gongxue.eventlog;

import java.util.stream.IntStream;
import org.gongxue.eventlog.testing.DomainLike;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.toy.ToyEvent;

/**
 * The toy domain, but a note of "many" is so many notes.
 *
 * @param like the toy domain
 * @param many how many
 */
record ChattyToy(Toy like, int many) implements DomainLike<ToyCommand> {

    @Override
    public Decision decide(View view, ToyCommand command) {
        return command instanceof ToyCommand.Note(String account, String text) && text.equals("many")
                ? Decision.accepted(
                        IntStream.range(0, many)
                                .mapToObj(i -> NewEvent.of(
                                        like.account().id(account), new ToyEvent.Noted(account, "note " + i)))
                                .toList(),
                        "")
                : like.decide(view, command);
    }
}
