package org.gongxue.eventlog.kit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.toy.Account;
import org.gongxue.eventlog.toy.ToyCommand;

/** A log that says yes to everything and keeps nothing: a test that it passes tests nothing. */
public final class DoesNothingLog implements LogUnderTest, LogUnderTest.Instance {
    private static final Outcome YES = new Outcome(true, null, 1, 0, null, false);

    @Override
    public Instance open() {
        return this;
    }

    @Override
    public CompletableFuture<Outcome> submit(Submission<ToyCommand> submission) {
        return CompletableFuture.completedFuture(YES);
    }

    @Override
    public CompletableFuture<Outcome> accept(Input input) {
        return CompletableFuture.completedFuture(YES);
    }

    @Override
    public Account read(String account) {
        return new Account(0, List.of());
    }

    @Override
    public long nextInput(String source) {
        return 1;
    }

    @Override
    public List<Envelope> events() {
        return List.of();
    }

    @Override
    public Books books() {
        return new Books(Map.of(), Set.of());
    }

    @Override
    public List<Long> parked(String source) {
        return List.of();
    }

    @Override
    public void together(Runnable handingIn) {
        handingIn.run();
    }

    @Override
    public void close() {}
}
