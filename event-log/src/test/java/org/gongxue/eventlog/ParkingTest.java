package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.eventlog.ToyLog.get;

import java.util.Arrays;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariant 6: another service's fact is never lost, whatever is wrong with it here. */
@Timeout(90)
class ParkingTest {
    private static final String PARKED =
            "SELECT index || ' ' || subject || ' ' || reason FROM log.parked_input ORDER BY index";

    private final DataSource database = ToyLog.database();
    private EventLog<ToyCommand> log;

    @BeforeEach
    void open() {
        log = ToyLog.open(database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anInputThatIsTooLargeOnceItIsWrappedIsParked() {
        Input small = ToyLog.minted(1, "a", 5);
        byte[] data = Arrays.copyOf(small.data(), LogConfig.of("toy").eventBytesMax() - 50);
        Arrays.fill(data, small.data().length, data.length, (byte) ' ');
        var large = new Input(
                small.source(),
                small.index(),
                small.id(),
                small.leaf(),
                small.stream(),
                small.type(),
                small.revision(),
                small.occurredAt(),
                small.correlation(),
                data,
                small.event());
        get(log.accept(large));

        assertThat(log.parkedInputs()).isEqualTo(1);
        assertThat(log.nextInput("mint")).isEqualTo(2);
        assertThat(ToyLog.events(database).stream().map(Envelope::type))
                .containsExactly("org.gongxue.log.input-parked");
    }

    @Test
    void whatFollowsAnUnreadableInputOnItsStreamWaitsBehindIt() {
        get(log.receive(ToyLog.riddle(1)));
        get(log.accept(ToyLog.minted(2, "b", 5)));

        assertThat(ToyLog.column(database, PARKED))
                .containsExactly(
                        "1 mint/main java.lang.IllegalArgumentException: unknown type mint.riddle",
                        "2 b waits behind an earlier input about mint/main");
        assertThat(log.read(new Toy("toy").account(), "b").coins()).isZero();
    }
}
