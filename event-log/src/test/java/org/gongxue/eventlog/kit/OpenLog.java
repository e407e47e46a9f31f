package org.gongxue.eventlog.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.toy.Account;
import org.gongxue.eventlog.toy.ToyCommand;

/** A log under test with its instances open; whatever is handed in goes to one instance after another. */
public final class OpenLog implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final LogUnderTest store;
    private final int count;
    private final List<LogUnderTest.Instance> instances = new ArrayList<>();
    private int turn;

    OpenLog(LogUnderTest store, int count) {
        this.store = store;
        this.count = count;
        open();
    }

    private void open() {
        for (int i = 0; i < count; i++) {
            instances.add(store.open());
        }
    }

    /** Closes every instance and opens as many again. */
    void reopen() {
        closeInstances();
        open();
    }

    LogUnderTest store() {
        return store;
    }

    List<LogUnderTest.Instance> instances() {
        return instances;
    }

    /** The instance whose turn it is. */
    LogUnderTest.Instance next() {
        return instances.get(turn++ % count);
    }

    CompletableFuture<Outcome> hand(String id, ToyCommand command) {
        return next().submit(Requests.submission(id, command));
    }

    Outcome submit(String id, ToyCommand command) {
        return get(hand(id, command));
    }

    Outcome submit(Submission<ToyCommand> submission) {
        return get(next().submit(submission));
    }

    Outcome accept(Input input) {
        return get(next().accept(input));
    }

    Account read(String account) {
        return next().read(account);
    }

    /** Every event, checked to be dense from 1. */
    List<Envelope> events() {
        List<Envelope> events = store.events();
        assertThat(events.stream().map(Envelope::index))
                .as("indexes")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        return events;
    }

    static Outcome get(CompletableFuture<Outcome> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Outcome> getAll(List<CompletableFuture<Outcome>> futures) {
        return futures.stream().map(OpenLog::get).toList();
    }

    private void closeInstances() {
        instances.forEach(LogUnderTest.Instance::close);
        instances.clear();
    }

    @Override
    public void close() {
        closeInstances();
        store.close();
    }
}
