package org.gongxue.eventlog.toy;

/** What can be asked of the toy. */
public sealed interface ToyCommand {

    record Deposit(String account, long coins) implements ToyCommand {}

    /** Reads the payer's account only; the payee's is looked up while deciding. */
    record Transfer(String from, String to, long coins) implements ToyCommand {}

    record Note(String account, String text) implements ToyCommand {}

    /** Answers with the balance and records nothing. */
    record Ask(String account) implements ToyCommand {}

    /** Meets a bug. */
    record Break(String account) implements ToyCommand {}

    /** Writes to an account that it never read. */
    record Trespass(String account, String other) implements ToyCommand {}

    /** Takes in minted coins. */
    record Mint(String account, long coins) implements ToyCommand {}

    /** Takes in minted coins and meets a bug. */
    record MintBroken(String account) implements ToyCommand {}
}
