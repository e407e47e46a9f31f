package org.gongxue.eventlog.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.toy.Mint;
import org.gongxue.eventlog.toy.ToyCommand;

/**
 * Something that is to be done once. Its number is the coins of the event that it leaves, so that one done twice is
 * seen whatever id it was done under.
 *
 * @param number from 1, each once
 */
record Deed(int number, Kind kind) {
    private static final String PRINCIPAL = "user:someone";
    private static final Instant MOMENT = Instant.parse("2018-03-15T02:00:00.123456Z");
    private static final int ACCOUNTS = 10;

    enum Kind {
        /** Coins are minted by the other service, and reach the toy through its inbox. */
        MINT,
        /** Coins come in. */
        DEPOSIT,
        /** Fewer than no coins come in, which is refused; the refusal is a fact. */
        OVERDRAW
    }

    /** Deeds of all kinds take turns. */
    static Deed of(int number) {
        return new Deed(number, Kind.values()[number % Kind.values().length]);
    }

    boolean isAccepted() {
        return kind != Kind.OVERDRAW;
    }

    UUID id() {
        return UUID.nameUUIDFromBytes(("deed " + number).getBytes(UTF_8));
    }

    /** As one of the mint's commands. */
    Submission<Mint.Coin> coin() {
        return submission(new Mint.Coin(account(), number));
    }

    /** As one of the toy's commands. */
    Submission<ToyCommand> command() {
        return submission(new ToyCommand.Deposit(account(), kind == Kind.OVERDRAW ? -number : number));
    }

    private <C> Submission<C> submission(C command) {
        return new Submission<>(PRINCIPAL, id(), command.toString().getBytes(UTF_8), PRINCIPAL, null, MOMENT, command);
    }

    private String account() {
        return "account-" + number % ACCOUNTS;
    }
}
