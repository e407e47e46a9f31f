package org.gongxue.eventlog;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.gongxue.eventlog.kit.LogUnderTest;
import org.gongxue.eventlog.toy.Account;
import org.gongxue.eventlog.toy.ToyCommand;

/**
 * A running log that somebody meddles with.
 *
 * @param whole the log
 * @param submitting what becomes of a command that is handed in
 * @param accepting what becomes of an input that is handed in
 */
record MeddledInstance(
        LogUnderTest.Instance whole,
        Function<Submission<ToyCommand>, CompletableFuture<Outcome>> submitting,
        Function<Input, CompletableFuture<Outcome>> accepting)
        implements LogUnderTest.Instance {

    @Override
    public CompletableFuture<Outcome> submit(Submission<ToyCommand> submission) {
        return submitting.apply(submission);
    }

    @Override
    public CompletableFuture<Outcome> accept(Input input) {
        return accepting.apply(input);
    }

    @Override
    public Account read(String account) {
        return whole.read(account);
    }

    @Override
    public long nextInput(String source) {
        return whole.nextInput(source);
    }

    @Override
    public void close() {
        whole.close();
    }
}
