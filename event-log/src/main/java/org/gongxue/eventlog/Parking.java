package org.gongxue.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gongxue.eventlog.ParkingEvent.InputDiscarded;
import org.gongxue.eventlog.ParkingEvent.InputKept;
import org.gongxue.eventlog.ParkingEvent.InputParked;
import org.gongxue.eventlog.ParkingEvent.InputReleased;

/**
 * Decides inputs, and keeps those that cannot be: in a line for each subject, so that nobody's inputs overtake each
 * other and nobody else waits (ADR 0019). Every step is a fact of the log (invariant 6), and where a batch begins and
 * ends changes none of them (invariant 3).
 */
final class Parking<C> {

    /** How many inputs one confirmation decides at most: they share its transaction. */
    static final int DECIDED_AT_ONCE_MAX = 500;

    private final Rules<C> rules;
    private final Deliberation<C> deliberation;
    private final ParkedInputs parked;

    Parking(Rules<C> rules, Deliberation<C> deliberation, ParkedInputs parked) {
        this.rules = rules;
        this.deliberation = deliberation;
        this.parked = parked;
    }

    /** Takes an input in: it is decided, or parked. */
    Outcome take(Request.OfInput<C> request) {
        Optional<String> line = request.waitsBehind().stream()
                .filter(subject -> parked.first(subject).isPresent())
                .findFirst();
        if (line.isPresent()) {
            return park(request, Hindrance.behind(line.get()));
        }
        return switch (decide(request)) {
            case Verdict.Settled(Outcome outcome) -> outcome;
            case Verdict.Failed(Throwable bug) -> park(request, Hindrance.bug(bug));
        };
    }

    private Verdict decide(Request.OfInput<C> request) {
        Input input = request.input();
        return switch (request.reaction()) {
            case Request.Reaction.Pass<C> _ -> new Verdict.Settled(Outcome.nothing(deliberation.lastIndex(), false));
            case Request.Reaction.Broken<C>(Throwable bug) -> new Verdict.Failed(bug);
            case Request.Reaction.Act<C>(C command, Set<StreamId> reads) ->
                deliberation.decide(Cause.of(input), Context.of(input), reads, command);
        };
    }

    private static boolean isBefore(OptionalLong first, long parkedIndex) {
        return first.isPresent() && first.getAsLong() < parkedIndex;
    }

    private Outcome park(Request.OfInput<C> request, Hindrance why) {
        Input input = request.input();
        String subject = request.parkedUnder();
        var fact = new InputParked(
                subject,
                input.source(),
                input.index(),
                input.id(),
                Base64.getEncoder().encodeToString(input.leaf()),
                input.type(),
                why.failure(),
                why.behind());
        Outcome outcome = deliberation.record(Cause.ofParking(input), 0, Context.of(input), List.of(said(fact)));
        parked.add(new Parked(input, subject, outcome.lastIndex(), deliberation.recordedAt(), why));
        return outcome;
    }

    /** Decides what somebody asks about parked inputs; what is confirmed takes effect at once. */
    Verdict decide(Submission<ParkedCommand> submission) {
        ParkedCommand command = submission.command();
        var context = new Context(submission.actor(), submission.commandId(), submission.submittedAt(), null);
        StreamId stream = ParkedLine.STREAM.id(command.subject());
        Verdict verdict = deliberation.decide(
                Cause.of(submission),
                context,
                Set.of(stream),
                view -> ParkedDecider.decide(view, rules.domain(), command),
                command);
        return verdict instanceof Verdict.Settled(Outcome outcome) && outcome.accepted()
                ? new Verdict.Settled(carriedOut(submission, context, outcome))
                : verdict;
    }

    private Outcome carriedOut(Submission<ParkedCommand> submission, Context context, Outcome asked) {
        ParkedCommand command = submission.command();
        var round = new Round(command.subject());
        long last = asked.lastIndex();
        if (command instanceof ParkedCommand.Confirm) {
            round.run(dropped());
            last = deliberation
                    .record(Cause.of(submission), 1, context, round.said)
                    .lastIndex();
        }
        var line = (ParkedLine)
                deliberation.head(ParkedLine.STREAM.id(command.subject())).state();
        assertAgrees(command.subject(), line);
        var answer = new ParkedCommand.Answer(command.subject(), command.proposalId(), round.decided, line.count());
        return new Outcome(true, null, asked.firstIndex(), last, LogJson.write(answer), false);
    }

    /** Drops what was just said to be discarded, if that is what was confirmed. */
    private boolean dropped() {
        if (deliberation.events().getLast().event() instanceof InputDiscarded discarded) {
            List<Parked> first = parked.oldest(discarded.subject(), 1);
            assertFirst(discarded, first);
            parked.remove(first);
            return true;
        }
        return false;
    }

    private static void assertFirst(InputDiscarded discarded, List<Parked> first) {
        var named = new ParkedLine.Place(discarded.source(), discarded.index());
        if (first.stream().noneMatch(parked -> parked.place().equals(named))) {
            throw new IllegalStateException("invariant 2: " + named + " is the first by the log, not by its rows");
        }
    }

    /** The stream says as much as the rows do. */
    private void assertAgrees(String subject, ParkedLine line) {
        ParkedLine.Place first = parked.oldest(subject, 1).stream()
                .map(Parked::place)
                .findFirst()
                .orElse(null);
        if (!Objects.equals(first, line.first())) {
            throw new IllegalStateException("invariant 2: the first parked about " + subject + " is " + line.first()
                    + ", by its rows " + first);
        }
    }

    private static NewEvent said(ParkingEvent event) {
        return NewEvent.of(ParkedLine.STREAM.id(event.subject()), event);
    }

    /** Decides a line again, and those that waited behind what went from it. */
    private final class Round {
        private final String subject;
        private final List<NewEvent> said = new ArrayList<>();
        private int decided;

        Round(String subject) {
            this.subject = subject;
        }

        void run(boolean firstWasDropped) {
            var lines = new ArrayDeque<>(List.of(subject));
            boolean moved = firstWasDropped;
            while (!lines.isEmpty()) {
                String line = lines.remove();
                moved |= decideAgain(line);
                if (moved) {
                    parked.linesBehind(line).stream()
                            .filter(behind -> !lines.contains(behind))
                            .forEach(lines::add);
                }
                moved = false;
            }
        }

        /** Decides what waits in a line, oldest first, until one stays; whether any went. */
        private boolean decideAgain(String line) {
            var gone = new ArrayList<Parked>();
            int countMax = DECIDED_AT_ONCE_MAX - decided;
            for (Parked waiting : parked.oldest(line, countMax + 1)) {
                Optional<Hindrance> why =
                        gone.size() == countMax ? Optional.of(Hindrance.behind(line)) : hindrance(waiting);
                if (why.isPresent()) {
                    stays(waiting, why.get(), !gone.isEmpty());
                    break;
                }
                gone.add(waiting);
                said.add(said(new InputReleased(
                        line, waiting.input().source(), waiting.input().index())));
            }
            parked.remove(gone);
            decided += gone.size();
            return !gone.isEmpty();
        }

        /** What keeps the first of a line, if anything does. */
        private Optional<Hindrance> hindrance(Parked waiting) {
            var request = Request.OfInput.<C>read(rules, waiting.input());
            Optional<String> line = request.waitsBehind().stream()
                    .filter(other -> !other.equals(waiting.subject()))
                    .filter(other -> isBefore(parked.first(other), waiting.parkedIndex()))
                    .findFirst();
            if (line.isPresent()) {
                return line.map(Hindrance::behind);
            }
            return switch (decide(request)) {
                case Verdict.Settled _ -> Optional.empty();
                case Verdict.Failed(Throwable bug) -> Optional.of(Hindrance.bug(bug));
            };
        }

        private void stays(Parked waiting, Hindrance why, boolean isNewFirst) {
            if (isNewFirst || waiting.subject().equals(subject) || !why.equals(waiting.why())) {
                Input input = waiting.input();
                parked.keep(waiting, why);
                said.add(said(
                        new InputKept(waiting.subject(), input.source(), input.index(), why.failure(), why.behind())));
            }
        }
    }
}
