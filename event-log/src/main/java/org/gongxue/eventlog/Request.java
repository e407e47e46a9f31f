package org.gongxue.eventlog;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something waiting to be decided. Whatever can be worked out without the log has been. */
sealed interface Request<C> {

    /** Where the outcome goes. */
    CompletableFuture<Outcome> answer();

    /** The streams it is known to read. */
    Set<StreamId> reads();

    /** The traced work that it is part of, if it is. */
    @Nullable
    String traceparent();

    /** A command. */
    record OfCommand<C>(Submission<C> submission, Set<StreamId> reads, CompletableFuture<Outcome> answer)
            implements Request<C> {

        static <C> OfCommand<C> of(Domain<C> domain, Submission<C> submission) {
            return new OfCommand<>(submission, domain.reads(submission.command()), new CompletableFuture<>());
        }

        CommandKey key() {
            return CommandKey.of(submission);
        }

        /** The kind of stream that it is about, as far as that is known. */
        String streamKind() {
            return reads.stream().map(StreamId::kind).findFirst().orElse("");
        }

        OfCommand<C> under(String traceparent) {
            return new OfCommand<>(submission.under(traceparent), reads, answer);
        }

        @Override
        public @Nullable String traceparent() {
            return submission.traceparent();
        }
    }

    /** A command about parked inputs. */
    record OfParked<C>(Submission<ParkedCommand> submission, CompletableFuture<Outcome> answer) implements Request<C> {

        static <C> OfParked<C> of(Submission<ParkedCommand> submission) {
            return new OfParked<>(submission, new CompletableFuture<>());
        }

        CommandKey key() {
            return CommandKey.of(submission);
        }

        OfParked<C> under(String traceparent) {
            return new OfParked<>(submission.under(traceparent), answer);
        }

        @Override
        public Set<StreamId> reads() {
            return Set.of(ParkedLine.STREAM.id(submission.command().subject()));
        }

        @Override
        public @Nullable String traceparent() {
            return submission.traceparent();
        }
    }

    /** A key that is to sign checkpoints. */
    record OfKey<C>(Submission<CheckpointKeyInstalled> submission, CompletableFuture<Outcome> answer)
            implements Request<C> {

        static <C> OfKey<C> of(Submission<CheckpointKeyInstalled> submission) {
            return new OfKey<>(submission, new CompletableFuture<>());
        }

        CommandKey key() {
            return CommandKey.of(submission);
        }

        @Override
        public Set<StreamId> reads() {
            return Set.of(CheckpointKeyring.STREAM);
        }

        /** Nobody's work waits for it. */
        @Override
        public @Nullable String traceparent() {
            return null;
        }
    }

    /** Another service's event. What its log recorded about its own inputs and refusals concerns nobody else. */
    record OfInput<C>(Input input, @Nullable String subject, Reaction<C> reaction, CompletableFuture<Outcome> answer)
            implements Request<C> {

        /** An input as it was received, its event unread. */
        static <C> OfInput<C> read(Rules<C> rules, Input received) {
            if (EngineEvent.isType(received.type())) {
                return of(rules.domain(), received);
            }
            try {
                Object event = rules.codec().decode(received.type(), received.revision(), received.data());
                return of(rules.domain(), received.withEvent(event));
            } catch (RuntimeException | Error unreadable) {
                return broken(received, Bug.of(unreadable));
            }
        }

        static <C> OfInput<C> of(Domain<C> domain, Input input) {
            if (EngineEvent.isType(input.type())) {
                return new OfInput<>(input, null, new Reaction.Pass<>(), new CompletableFuture<>());
            }
            try {
                String subject = domain.subject(input).orElse(null);
                return new OfInput<>(input, subject, Reaction.of(domain, input), new CompletableFuture<>());
            } catch (RuntimeException | Error thrown) {
                return broken(input, Bug.of(thrown));
            }
        }

        /** An input that cannot even be looked at. */
        static <C> OfInput<C> broken(Input input, Throwable bug) {
            return new OfInput<>(input, null, new Reaction.Broken<>(bug), new CompletableFuture<>());
        }

        /** Under what it is parked: whom it is about, or, if that cannot be told, the stream that it comes from. */
        String parkedUnder() {
            return ParkedLine.subjectOf(subject == null ? input.stream() : subject);
        }

        /** Under what something must be parked for it to wait behind. What is about nobody and does nothing never waits. */
        List<String> waitsBehind() {
            if (subject == null) {
                return reaction instanceof Reaction.Pass<C> ? List.of() : List.of(parkedUnder());
            }
            return List.of(parkedUnder(), ParkedLine.subjectOf(input.stream()));
        }

        OfInput<C> under(String traceparent) {
            return new OfInput<>(input.under(traceparent), subject, reaction, answer);
        }

        @Override
        public Set<StreamId> reads() {
            return reaction instanceof Reaction.Act<C> act ? act.reads() : Set.of();
        }

        @Override
        public @Nullable String traceparent() {
            return input.traceparent();
        }
    }

    /** What an input gives rise to. */
    sealed interface Reaction<C> {

        /** A command. */
        record Act<C>(C command, Set<StreamId> reads) implements Reaction<C> {}

        /** Nothing. */
        record Pass<C>() implements Reaction<C> {}

        /** A bug. */
        record Broken<C>(Throwable bug) implements Reaction<C> {}

        private static <C> Reaction<C> of(Domain<C> domain, Input input) {
            try {
                return domain.react(input)
                        .<Reaction<C>>map(command -> new Act<>(command, domain.reads(command)))
                        .orElseGet(Pass::new);
            } catch (RuntimeException | Error thrown) {
                return new Broken<>(Bug.of(thrown));
            }
        }
    }
}
