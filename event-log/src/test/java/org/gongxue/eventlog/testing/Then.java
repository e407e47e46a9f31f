package org.gongxue.eventlog.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gongxue.eventlog.CommandFailedException;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What a command or an input led to.
 *
 * @param <C> the service's command type
 */
public final class Then<C> {
    private final DomainFixture<C> fixture;
    private final @Nullable Outcome outcome;
    private final List<Recorded> recorded;
    private final @Nullable CommandFailedException bug;

    Then(
            DomainFixture<C> fixture,
            @Nullable Outcome outcome,
            List<Recorded> recorded,
            @Nullable CommandFailedException bug) {
        this.fixture = fixture;
        this.outcome = outcome;
        this.recorded = recorded;
        this.bug = bug;
    }

    /** Exactly these events were recorded, in this order; an accepted input shows as the source's event. */
    public Then<C> then(Object... events) {
        accepted();
        assertThat(recorded.stream().map(Recorded::event))
                .containsExactlyElementsOf(
                        Arrays.stream(events).map(fixture::reread).toList());
        return this;
    }

    /** Exactly these events were recorded on this stream, in this order; other streams are not looked at. */
    public Then<C> thenOn(StreamId stream, Object... events) {
        accepted();
        assertThat(recorded.stream().filter(r -> r.stream().equals(stream)).map(Recorded::event))
                .containsExactlyElementsOf(
                        Arrays.stream(events).map(fixture::reread).toList());
        return this;
    }

    /** An event of this class was recorded and passes these checks. */
    public <E> Then<C> thenEvent(Class<E> type, Consumer<E> checks) {
        accepted();
        List<E> found = recorded.stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found)
                .as("events of %s in %s", type.getSimpleName(), recorded)
                .isNotEmpty();
        checks.accept(found.getFirst());
        return this;
    }

    /** Accepted, and nothing was recorded. */
    public Then<C> thenNothing() {
        return then();
    }

    /** The command was refused by this rule. */
    public Then<C> thenRefused(String code) {
        return thenRefused(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** The command was refused, and the refusal passes these checks. */
    public Then<C> thenRefused(Consumer<Refusal> checks) {
        Outcome settled = settled();
        assertThat(settled.accepted()).as("accepted").isFalse();
        checks.accept(requireNonNull(settled.refusal()));
        return this;
    }

    /** The command was decided, accepted or refused; it met no bug. */
    public Then<C> thenDecided() {
        settled();
        return this;
    }

    /** The command met a bug, and it passes these checks. */
    public Then<C> thenFails(Consumer<Throwable> checks) {
        checks.accept(requireNonNull(requireNonNull(bug, "no bug").getCause()));
        return this;
    }

    /** The answer for the caller. */
    public <A> A answer(Class<A> type) {
        accepted();
        return settled().answerAs(type);
    }

    /** What was recorded, with envelopes. */
    public List<Recorded> recorded() {
        return recorded;
    }

    /** The story goes on. */
    public DomainFixture<C> and() {
        return fixture;
    }

    private void accepted() {
        Outcome settled = settled();
        assertThat(settled.accepted())
                .as("accepted; refusal %s", settled.refusal())
                .isTrue();
    }

    private Outcome settled() {
        if (bug != null) {
            throw new AssertionError("the command met a bug", bug.getCause());
        }
        return requireNonNull(outcome);
    }
}
