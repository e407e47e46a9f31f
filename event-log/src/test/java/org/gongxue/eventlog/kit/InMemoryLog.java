package org.gongxue.eventlog.kit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.MemoryLog;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.ParkedInput;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.Submission;
import org.gongxue.eventlog.View;
import org.gongxue.eventlog.testing.DomainLike;
import org.gongxue.eventlog.toy.Account;
import org.gongxue.eventlog.toy.Toy;
import org.gongxue.eventlog.toy.ToyCommand;
import org.gongxue.eventlog.toy.ToyEvent;

/**
 * {@link MemoryLog} as a log under test: as durable as this object. Instances take turns; the read model is the fold of
 * the events, and that notes are unique is said by the domain, for there is no table to say it.
 */
public final class InMemoryLog implements LogUnderTest, LogUnderTest.Instance {
    private final Toy toy = new Toy("toy");
    private final MemoryLog<ToyCommand> log = new MemoryLog<>(new UniqueNotes(toy, this::books));

    private record UniqueNotes(Toy like, Supplier<Books> books) implements DomainLike<ToyCommand> {
        @Override
        public Decision decide(View view, ToyCommand command) {
            Decision decision = like.decide(view, command);
            if (decision instanceof Decision.Accepted accepted) {
                accepted.events().forEach(this::check);
            }
            return decision;
        }

        private void check(NewEvent event) {
            if (event.payload() instanceof ToyEvent.Noted noted
                    && books.get().notes().contains(noted.text())) {
                throw new IllegalStateException("noted before: " + noted.text());
            }
        }
    }

    @Override
    public Instance open() {
        return this;
    }

    @Override
    public CompletableFuture<Outcome> submit(Submission<ToyCommand> submission) {
        return answered(() -> log.submit(submission));
    }

    @Override
    public CompletableFuture<Outcome> accept(Input input) {
        return answered(() -> log.accept(input));
    }

    private static CompletableFuture<Outcome> answered(Supplier<Outcome> decision) {
        try {
            return CompletableFuture.completedFuture(decision.get());
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public Account read(String account) {
        return log.read(toy.account(), account);
    }

    @Override
    public long nextInput(String source) {
        return log.nextInput(source);
    }

    @Override
    public List<Envelope> events() {
        return log.events().stream().map(Recorded::envelope).toList();
    }

    @Override
    public Books books() {
        return Books.of(events());
    }

    @Override
    public List<Long> parked(String source) {
        return log.parked().stream()
                .filter(input -> input.source().equals(source))
                .map(ParkedInput::index)
                .toList();
    }

    @Override
    public void together(Runnable handingIn) {
        handingIn.run();
    }

    @Override
    public void close() {}
}
