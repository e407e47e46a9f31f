package org.gongxue.eventlog.kit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.toy.Account;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.toy.ToyEvent;

/**
 * The face that a log shows to {@link LogSuite}: a store that holds one log of the toy domain, and instances that append
 * to it. A store begins empty.
 */
public interface LogUnderTest extends AutoCloseable {

    /** Opens one more instance on this store; it goes on from what the store holds. */
    Instance open();

    /** Every event of the log, in index order, as it is kept. */
    List<Envelope> events();

    /** The read model of the toy, as it is kept. */
    Books books();

    /** The indexes of a source's inputs that were set aside and not decided, in order. */
    List<Long> parked(String source);

    /**
     * Hands several requests in so that all of them wait at the same time, and the log may put them into one batch. A log
     * that knows no batches just lets them be handed in.
     */
    void together(Runnable handingIn);

    /** Lets go of the store; its instances are closed already. */
    @Override
    void close();

    /**
     * The read model.
     *
     * @param balances what every account holds
     * @param notes every text noted; each may be noted once in the whole log
     */
    record Books(Map<String, Long> balances, Set<String> notes) {

        /** The read model that follows from events. */
        public static Books of(List<Envelope> events) {
            var codec = new LogCodec(new Toy("toy").codec());
            var balances = new TreeMap<String, Long>();
            var notes = new TreeSet<String>();
            for (Envelope event : events) {
                if (codec.decode(event.type(), event.revision(), event.data()) instanceof ToyEvent known) {
                    switch (known) {
                        case ToyEvent.Deposited e -> balances.merge(e.account(), e.coins(), Long::sum);
                        case ToyEvent.CoinsMinted e -> balances.merge(e.account(), e.coins(), Long::sum);
                        case ToyEvent.MovedOut e -> balances.merge(e.from(), -e.coins(), Long::sum);
                        case ToyEvent.MovedIn e -> balances.merge(e.to(), e.coins(), Long::sum);
                        case ToyEvent.Noted e -> notes.add(e.text());
                    }
                }
            }
            return new Books(balances, notes);
        }
    }

    /** One running log. */
    interface Instance extends AutoCloseable {

        /** Hands a command in; answered as {@link org.gongxue.eventlog.EventLog#submit} says. */
        CompletableFuture<Outcome> submit(Submission<ToyCommand> submission);

        /** Hands another service's event in; answered as {@link org.gongxue.eventlog.EventLog#accept} says. */
        CompletableFuture<Outcome> accept(Input input);

        /** What an account holds as of now. */
        Account read(String account);

        /** The next index expected of a source. */
        long nextInput(String source);

        /** Stops; what it acknowledged stays in the store. */
        @Override
        void close();
    }
}
