package org.gongxue.eventlog;

import org.gongxue.eventlog.toy.ToyCommand;

/** What happens in a campaign; whatever is handed in is handed in again until it is answered. */
sealed interface Deed {

    /** A command is handed to an instance, under an id that may have been used before, for the same or for another. */
    record Asks(int id, ToyCommand command, int instance) implements Deed {}

    /** The mint's next event is handed to an instance. */
    record Mints(String account, long coins, int instance) implements Deed {}

    /** The wire of an instance tears; if that kills it, another takes its place. */
    record Breaks(int instance, FrailWire.Tear tear) implements Deed {}

    /** Whatever stands before it is answered before anything after it is handed in. */
    record Pause() implements Deed {}
}
