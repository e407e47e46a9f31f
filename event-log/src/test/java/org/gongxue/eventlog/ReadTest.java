package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.submission;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Account;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class ReadTest {

    /** Accounts of another evolve version, so that they are folded again; something happens just before. */
    private record Disturbed(StreamType<Account> accounts, Runnable disturbance) implements StreamType<Account> {
        @Override
        public String kind() {
            return accounts.kind();
        }

        @Override
        public Class<Account> stateType() {
            return accounts.stateType();
        }

        @Override
        public int evolveVersion() {
            return accounts.evolveVersion();
        }

        @Override
        public Account initial() {
            disturbance.run();
            return accounts.initial();
        }

        @Override
        public Account evolve(Account state, Object event) {
            return accounts.evolve(state, event);
        }
    }

    @Test
    void aStateIsReadAsOfOneMomentWhateverIsAppendedMeanwhile() {
        DataSource database = ToyLog.database();
        try (var old = ToyLog.open(database)) {
            get(old.submit(submission("1", new ToyCommand.Deposit("a", 1))));
            var next = new Toy("toy", 2);
            var disturbing = new AtomicBoolean();
            var accounts = new Disturbed(next.account(), () -> {
                if (disturbing.compareAndSet(true, false)) {
                    get(old.submit(submission("2", new ToyCommand.Deposit("a", 1))));
                }
            });
            var domain = new FrailToy(next, input -> {}, command -> {}, List.of(accounts));
            try (var log = EventLog.open(LogConfig.of("toy"), database, domain, List.of(new Balances(1)))) {
                disturbing.set(true);
                assertThat(log.read(accounts, "a").coins()).isEqualTo(2);
                assertThat(disturbing).isFalse();
                assertThat(log.read(accounts, "a").coins()).isEqualTo(4);
            }
        }
    }
}
