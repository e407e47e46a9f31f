package org.gongxue.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongxue.eventlog.ToyLog.get;
import static org.gongxue.eventlog.ToyLog.submission;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.ToyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariants 1 and 3: whoever asks what became of a commit in doubt is told what the log holds, and nothing else. */
@Timeout(90)
class CommitInDoubtTest {
    private final DataSource database = ToyLog.database();
    private final AtomicBoolean breaking = new AtomicBoolean();
    private final CountDownLatch lost = new CountDownLatch(1);
    private final CountDownLatch back = new CountDownLatch(1);

    /** Loses one commit, which never arrives, and does not reach the database again until it is said to be back. */
    private DataSource losing() {
        return new TamperedDataSource(database)
                .beforeCommit(this::lose)
                .beforeConnecting(ignored -> awaitBack())
                .dataSource();
    }

    private void lose(Connection connection) throws SQLException {
        if (breaking.compareAndSet(true, false)) {
            lost.countDown();
            TamperedDataSource.loseReply(connection);
        }
    }

    private void awaitBack() {
        try {
            if (lost.getCount() == 0) {
                assertThat(back.await(60, TimeUnit.SECONDS)).isTrue();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatAnotherInstanceDecidedMeanwhileIsTheAnswer() throws Exception {
        try (var first = ToyLog.open(losing());
                var second = ToyLog.open(database)) {
            get(first.submit(submission("start", new ToyCommand.Deposit("a", 10))));
            breaking.set(true);
            var pay = submission("pay", new ToyCommand.Transfer("a", "b", 10));
            var inDoubt = first.submit(pay);
            lost.await();
            get(second.submit(submission("other", new ToyCommand.Transfer("a", "c", 10))));
            var refused = get(second.submit(pay));
            back.countDown();

            assertThat(refused.accepted()).isFalse();
            assertThat(get(inDoubt)).usingRecursiveComparison().isEqualTo(refused.asRepeated());
        }
    }

    @Test
    void aDuplicateInTheSameBatchIsToldWhatStoodInTheEnd() throws Exception {
        try (var first = ToyLog.open(losing());
                var second = ToyLog.open(database)) {
            get(first.submit(submission("start", new ToyCommand.Deposit("a", 10))));
            breaking.set(true);
            var twice = new ArrayList<CompletableFuture<Outcome>>();
            var deposit = submission("twice", new ToyCommand.Deposit("a", 1));
            ToyLog.heldUp(database, () -> {
                twice.add(first.submit(deposit));
                twice.add(first.submit(deposit));
            });
            lost.await();
            get(second.submit(submission("other", new ToyCommand.Deposit("c", 1))));
            back.countDown();

            assertThat(get(twice.getFirst()).firstIndex()).isEqualTo(3);
            assertThat(get(twice.getLast()))
                    .usingRecursiveComparison()
                    .isEqualTo(get(twice.getFirst()).asRepeated());
        }
    }
}
