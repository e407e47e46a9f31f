package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.submission;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongxue.eventlog.toy.Balances;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is thrown wherever, appending goes on. */
@Timeout(90)
class UnexpectedTest {
    private final javax.sql.DataSource database = ToyLog.database();

    @Test
    void aPoolThatThrowsWhateverItLikesEndsNothing() {
        var failing = new AtomicBoolean();
        var moody = new TamperedDataSource(database)
                .beforeConnecting(ignored -> {
                    if (failing.compareAndSet(true, false)) {
                        throw new IllegalStateException("pool hiccup");
                    }
                })
                .dataSource();
        try (var log = ToyLog.open(moody)) {
            failing.set(true);
            assertThat(get(log.submit(submission("1", new ToyCommand.Deposit("a", 1))))
                            .accepted())
                    .isTrue();
            assertThat(failing).isFalse();
            assertThat(log.standstill()).isEmpty();
        }
    }

    @Test
    void memoryThatRunsOutIsNoFaultOfAnInput() throws Exception {
        var exhausted = new AtomicBoolean(true);
        var domain = new FrailToy(new Toy("toy"), input -> {}, command -> {
            if (exhausted.compareAndSet(true, false)) {
                throw new OutOfMemoryError("for a test");
            }
        });
        try (var log = EventLog.open(LogConfig.of("toy"), database, domain, List.of(new Balances(1)))) {
            assertThatThrownBy(() -> get(log.accept(ToyLog.minted(1, "a", 5)))).isInstanceOf(LogBusyException.class);
            assertThat(get(log.accept(ToyLog.minted(1, "a", 5))).repeated()).isFalse();
            assertThat(log.parkedInputs()).isZero();
        }
        assertThat(Balances.all(database)).containsEntry("a", 5L);
    }

    @Test
    void anInputThatExhaustsTheStackIsParked() {
        var looks = new AtomicInteger();
        var domain = new FrailToy(
                new Toy("toy"),
                input -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new StackOverflowError("for a test");
                    }
                },
                command -> {});
        try (var log = EventLog.open(LogConfig.of("toy"), database, domain, List.of())) {
            get(log.accept(ToyLog.minted(1, "a", 5)));
            get(log.accept(ToyLog.minted(2, "b", 5)));
            assertThat(log.parkedInputs()).isEqualTo(1);
            assertThat(log.nextInput("mint")).isEqualTo(3);
        }
    }
}
