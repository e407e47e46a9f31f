package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gongxue.eventlog.ToyLog.id;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.toy.ToyEvent.CoinsMinted;

/** A toy with a bug that can be mended: it breaks on minted coins of accounts, or of amounts, that are cursed. */
final class CursedToy {
    static final String MAKER = "user:admin-one";
    static final String CHECKER = "user:admin-two";

    private final Set<String> cursed = ConcurrentHashMap.newKeySet();
    final FrailToy domain = new FrailToy(new Toy("toy"), this::meet, ignored -> {});

    private void meet(Input input) {
        if (input.event() instanceof CoinsMinted coins
                && (cursed.contains(coins.account()) || cursed.contains(Long.toString(coins.coins())))) {
            throw new ArithmeticException("broken by " + coins.account() + " of No. 1, Long Lane");
        }
    }

    CursedToy curse(String... accountsOrAmounts) {
        cursed.addAll(List.of(accountsOrAmounts));
        return this;
    }

    void mend() {
        cursed.clear();
    }

    EventLog<ToyCommand> open(DataSource database) {
        return open(database, LogConfig.of("toy"));
    }

    EventLog<ToyCommand> open(DataSource database, LogConfig config) {
        return EventLog.open(config, database, domain, List.of(new Balances(1)));
    }

    static Submission<ParkedCommand> by(String actor, String commandId, ParkedCommand command) {
        return new Submission<>(
                actor, id(commandId), command.toString().getBytes(UTF_8), actor, null, ToyLog.MOMENT, command);
    }

    static ParkedCommand.ProposeRelease release(String subject, long first) {
        return new ParkedCommand.ProposeRelease(subject, "P-" + subject + "-" + first, "mint", first);
    }

    static ParkedCommand.ProposeDiscard discard(String subject, long first) {
        return new ParkedCommand.ProposeDiscard(
                subject, "P-" + subject + "-" + first, "mint", first, DiscardReason.SENT_IN_ERROR);
    }

    static ParkedCommand.Confirm confirm(String subject, long first) {
        return new ParkedCommand.Confirm(subject, "P-" + subject + "-" + first);
    }
}
