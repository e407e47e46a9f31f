package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.gongxue.eventlog.ParkingEvent.DiscardProposed;
import org.gongxue.eventlog.ParkingEvent.InputDiscarded;
import org.gongxue.eventlog.ParkingEvent.InputKept;
import org.gongxue.eventlog.ParkingEvent.InputParked;
import org.gongxue.eventlog.ParkingEvent.InputReleased;
import org.gongxue.eventlog.ParkingEvent.ProposalRejected;
import org.gongxue.eventlog.ParkingEvent.ReleaseConfirmed;
import org.gongxue.eventlog.ParkingEvent.ReleaseProposed;
import org.jspecify.annotations.Nullable;

/**
 * The inputs about one subject that wait: the first stands in the way of the others.
 *
 * @param count how many
 * @param first the one in the way; null if none waits
 * @param proposal what somebody proposed and nobody has answered
 */
public record ParkedLine(
        long count, @Nullable Place first, @Nullable Proposal proposal) {

    /** An input by its source and its index there. */
    public record Place(String source, long index) {}

    /**
     * A proposal about the first input of the line.
     *
     * @param discard why it should be dropped; null if the line should be decided again
     * @param by the actor who proposed
     */
    public record Proposal(String id, @Nullable DiscardReason discard, String by) {}

    /** The streams of lines, by subject. */
    public static final StreamType<ParkedLine> STREAM = StreamType.of(
            "parked",
            ParkedLine.class,
            1,
            new ParkedLine(0, null, null),
            (state, event) -> state.after((ParkingEvent) event));

    private ParkedLine after(ParkingEvent event) {
        return switch (event) {
            case InputParked e -> joined(new Place(e.source(), e.index()));
            case ReleaseProposed e -> proposed(new Proposal(e.proposalId(), null, e.by()));
            case DiscardProposed e -> proposed(new Proposal(e.proposalId(), e.reason(), e.by()));
            case ProposalRejected _ -> proposed(null);
            case ReleaseConfirmed _ -> proposed(null);
            case InputDiscarded _ -> left();
            case InputReleased _ -> left();
            case InputKept e -> new ParkedLine(count, new Place(e.source(), e.index()), proposal);
        };
    }

    private ParkedLine joined(Place place) {
        return new ParkedLine(count + 1, first == null ? place : first, proposal);
    }

    private ParkedLine proposed(@Nullable Proposal made) {
        return new ParkedLine(count, first, made);
    }

    /** The first went, and with it what was proposed about it; if others wait, {@link InputKept} names the next. */
    private ParkedLine left() {
        if (count == 0) {
            throw new IllegalStateException("invariant 2: nothing is parked here that could leave");
        }
        return new ParkedLine(count - 1, null, null);
    }

    /** The id of the line about something: itself if it is fit to be a stream's id, else a digest of it. */
    static String subjectOf(String about) {
        return StreamId.isId(about)
                ? about
                : "sha256-" + HexFormat.of().formatHex(Leaf.sha256().digest(about.getBytes(UTF_8)));
    }
}
