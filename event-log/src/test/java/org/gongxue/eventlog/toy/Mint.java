package org.gongxue.eventlog.toy;

import java.time.Instant;
import java.util.List;
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

/** Another service: it mints coins for accounts that it does not know. */
public record Mint(String service) implements Domain<Mint.Coin> {

    /** Its only command; coins that are not positive are refused. */
    public record Coin(String account, long coins) {}

    /** Coins for this account are announced in a way that nobody else can read. */
    public static final String UNREADABLE = "unreadable";

    private static final StreamType<Account> COINAGE =
            StreamType.of("coinage", Account.class, 1, Account.EMPTY, (state, event) -> state);

    @Override
    public Set<StreamId> reads(Coin command) {
        return Set.of(COINAGE.id(command.account()));
    }

    @Override
    public Decision decide(View view, Coin command) {
        return command.coins() > 0
                ? Decision.accepted(
                        NewEvent.of(COINAGE.id(command.account()), new CoinsMinted(command.account(), command.coins())))
                : Decision.refused(Refusal.invalid("COINS_NOT_POSITIVE", "coins", Long.toString(command.coins()), "1"));
    }

    @Override
    public Instant occurredAt(View view) {
        return view.context().submittedAt();
    }

    @Override
    public Optional<Coin> react(Input input) {
        return Optional.empty();
    }

    @Override
    public EventCodec codec() {
        EventCodec codec = new Toy("mint").codec();
        return new EventCodec() {
            @Override
            public Encoded encode(Object event) {
                Encoded encoded = codec.encode(event);
                boolean unreadable =
                        event instanceof CoinsMinted minted && minted.account().equals(UNREADABLE);
                return unreadable ? new Encoded("mint.riddle", 1, encoded.data()) : encoded;
            }

            @Override
            public Object decode(String type, int revision, byte[] data) {
                return codec.decode(type.equals("mint.riddle") ? "mint.coins-minted" : type, revision, data);
            }
        };
    }

    @Override
    public List<StreamType<?>> streams() {
        return List.of(COINAGE);
    }
}
