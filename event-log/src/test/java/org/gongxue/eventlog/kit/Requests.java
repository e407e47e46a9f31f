package org.gongxue.eventlog.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.toy.ToyEvent;

/** Commands and inputs of the toy domain, as callers hand them in. */
public final class Requests {
    /** When everything is handed in. */
    public static final Instant MOMENT = Instant.parse("2018-03-15T02:00:00.123456Z");

    /** Who hands everything in. */
    public static final String PRINCIPAL = "user:someone";

    /** The service that mints coins. */
    public static final String MINT = "mint";

    private Requests() {}

    /** An id made from a name, always the same. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    /** A command under an id; what it asks for is its request. */
    public static Submission<ToyCommand> submission(String id, ToyCommand command) {
        return submission(id, command.toString(), command);
    }

    /** A command under an id, with a digest of its request. */
    public static Submission<ToyCommand> submission(String id, String hash, ToyCommand command) {
        return new Submission<>(PRINCIPAL, id(id), hash.getBytes(UTF_8), PRINCIPAL, null, MOMENT, command);
    }

    /** The mint's event that coins were minted for an account. */
    public static Input minted(long index, String account, long coins) {
        return input(index, new ToyEvent.CoinsMinted(account, coins));
    }

    /** An event of the mint. */
    public static Input input(long index, ToyEvent event) {
        var encoded = new Toy("toy").codec().encode(event);
        return new Input(
                MINT,
                index,
                id("mint/" + index),
                new byte[32],
                "mint/main",
                encoded.type(),
                encoded.revision(),
                MOMENT,
                "correlation-" + index,
                encoded.data(),
                event);
    }
}
