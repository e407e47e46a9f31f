package org.gongxue.eventlog.toy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.eventlog.toy.ToyEvent.CoinsMinted;
import org.gongxue.eventlog.toy.ToyEvent.Deposited;
import org.gongxue.eventlog.toy.ToyEvent.MovedIn;
import org.gongxue.eventlog.toy.ToyEvent.MovedOut;
import org.gongxue.eventlog.toy.ToyEvent.Noted;

/** The toy domain. */
public record Toy(String service, int evolveVersion) implements Domain<ToyCommand> {

    /** What {@link ToyCommand.Ask} answers. */
    public record Balance(long coins, Instant askedAt) {}

    /** An account that breaks whatever tries to take coins in for it. */
    public static final String CURSED = "cursed";

    public Toy(String service) {
        this(service, 1);
    }

    /** Accounts as of the evolve version in use; from 2 on the fold counts every coin twice. */
    public StreamType<Account> account() {
        return StreamType.of("account", Account.class, evolveVersion, Account.EMPTY, this::evolve);
    }

    private Account evolve(Account state, Object event) {
        int factor = evolveVersion == 1 ? 1 : 2;
        return switch ((ToyEvent) event) {
            case Deposited e -> state.plus(factor * e.coins());
            case CoinsMinted e -> state.plus(factor * e.coins());
            case MovedOut e -> state.plus(-factor * e.coins());
            case MovedIn e -> state.plus(factor * e.coins());
            case Noted e -> noted(state, e.text());
        };
    }

    private static Account noted(Account state, String text) {
        var notes = new ArrayList<>(state.notes());
        notes.add(text);
        return new Account(state.coins(), List.copyOf(notes.subList(Math.max(0, notes.size() - 20), notes.size())));
    }

    @Override
    public Set<StreamId> reads(ToyCommand command) {
        return switch (command) {
            case ToyCommand.Deposit c -> reads(c.account());
            case ToyCommand.Transfer c -> reads(c.from());
            case ToyCommand.Note c -> reads(c.account());
            case ToyCommand.Ask c -> reads(c.account());
            case ToyCommand.Break c -> reads(c.account());
            case ToyCommand.Trespass c -> reads(c.account());
            case ToyCommand.Mint c -> reads(c.account());
            case ToyCommand.MintBroken c -> reads(c.account());
        };
    }

    private Set<StreamId> reads(String account) {
        return new LinkedHashSet<>(List.of(account().id(account)));
    }

    @Override
    public Decision decide(View view, ToyCommand command) {
        return switch (command) {
            case ToyCommand.Deposit c -> deposit(c);
            case ToyCommand.Transfer c -> transfer(view, c);
            case ToyCommand.Note c ->
                Decision.accepted(NewEvent.of(account().id(c.account()), new Noted(c.account(), c.text())));
            case ToyCommand.Ask c ->
                Decision.accepted(
                        List.of(),
                        new Balance(
                                view.state(account(), c.account()).coins(),
                                view.context().submittedAt()));
            case ToyCommand.Break c -> throw new ArithmeticException("broken by " + c.account());
            case ToyCommand.Trespass c ->
                Decision.accepted(NewEvent.of(account().id(c.other()), new Noted(c.other(), "trespass")));
            case ToyCommand.Mint c -> Decision.accepted(NewEvent.input(account().id(c.account())));
            case ToyCommand.MintBroken c -> throw new ArithmeticException("broken by " + c.account());
        };
    }

    private Decision deposit(ToyCommand.Deposit c) {
        if (c.coins() <= 0) {
            return Decision.refused(Refusal.invalid("COINS_NOT_POSITIVE", "coins", Long.toString(c.coins()), "1"));
        }
        return Decision.accepted(NewEvent.of(account().id(c.account()), new Deposited(c.account(), c.coins())));
    }

    private Decision transfer(View view, ToyCommand.Transfer c) {
        long held = view.state(account(), c.from()).coins();
        if (held < c.coins()) {
            return Decision.refused(
                    Refusal.conflict("COINS_SHORT", "coins", Long.toString(held), Long.toString(c.coins())));
        }
        if (view.state(account(), c.to()).coins() > 1_000_000) {
            return Decision.refused(Refusal.conflict("PURSE_FULL", "to", c.to(), null));
        }
        return Decision.accepted(
                NewEvent.of(account().id(c.from()), new MovedOut(c.from(), c.to(), c.coins())),
                NewEvent.of(account().id(c.to()), new MovedIn(c.from(), c.to(), c.coins())));
    }

    @Override
    public Instant occurredAt(View view) {
        return view.context().submittedAt();
    }

    @Override
    public Optional<ToyCommand> react(Input input) {
        return input.event() instanceof CoinsMinted minted
                ? Optional.of(
                        minted.account().equals(CURSED)
                                ? new ToyCommand.MintBroken(minted.account())
                                : new ToyCommand.Mint(minted.account(), minted.coins()))
                : Optional.empty();
    }

    @Override
    public Optional<String> subject(Input input) {
        return input.event() instanceof CoinsMinted minted ? Optional.of(minted.account()) : Optional.empty();
    }

    /** Its administrators are those whose name says so. */
    @Override
    public Optional<Refusal> refusesParkedDecision(View view) {
        return view.context().actor().startsWith("user:admin")
                ? Optional.empty()
                : Optional.of(Refusal.forbidden("NOT_AN_ADMINISTRATOR", null, null));
    }

    @Override
    public EventCodec codec() {
        return new ToyCodec();
    }

    @Override
    public List<StreamType<?>> streams() {
        return List.of(account());
    }

    private static final class ToyCodec implements EventCodec {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final Map<String, Class<? extends ToyEvent>> BY_NAME = Map.of(
                "toy.deposited", Deposited.class,
                "toy.moved-out", MovedOut.class,
                "toy.moved-in", MovedIn.class,
                "toy.noted", Noted.class,
                "mint.coins-minted", CoinsMinted.class);

        @Override
        public Encoded encode(Object event) {
            String type = BY_NAME.entrySet().stream()
                    .filter(e -> e.getValue() == event.getClass())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown event " + event))
                    .getKey();
            try {
                return new Encoded(type, 1, JSON.writeValueAsBytes(event));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Object decode(String type, int revision, byte[] data) {
            Class<? extends ToyEvent> record = BY_NAME.get(type);
            if (record == null) {
                throw new IllegalArgumentException("unknown type " + type);
            }
            try {
                return JSON.readValue(data, record);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
