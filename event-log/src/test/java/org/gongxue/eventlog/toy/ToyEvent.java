package org.gongxue.eventlog.toy;

/** What happens to coins. */
public sealed interface ToyEvent {

    record Deposited(String account, long coins) implements ToyEvent {}

    record MovedOut(String from, String to, long coins) implements ToyEvent {}

    record MovedIn(String from, String to, long coins) implements ToyEvent {}

    record Noted(String account, String text) implements ToyEvent {}

    /** An event of another service. */
    record CoinsMinted(String account, long coins) implements ToyEvent {}
}
