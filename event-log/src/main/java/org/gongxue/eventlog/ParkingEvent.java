package org.gongxue.eventlog;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of another service's events that could not be decided, on the stream {@code parked/<subject>} of
 * {@link ParkedLine}. None says anything about a person: of what was thrown only the class, of staff only the sign-in
 * subject.
 */
public sealed interface ParkingEvent extends EngineEvent {

    /** Whom the parked inputs are about, or the stream that they come from: the id of the line's stream. */
    String subject();

    /**
     * An input could not be decided, or came while an earlier one about the same stood in its way. It counts as taken in.
     *
     * @param source the service it comes from
     * @param index its index there
     * @param id its id there
     * @param leaf its leaf hash there, Base64
     * @param type its wire name
     * @param failure the class of what was thrown; null if the input was not looked at
     * @param behind the subject of the line that it waits behind; null if it is itself what is wrong
     */
    record InputParked(
            String subject,
            String source,
            long index,
            UUID id,
            String leaf,
            String type,
            @Nullable String failure,
            @Nullable String behind)
            implements ParkingEvent {}

    /**
     * Somebody wants the line decided again.
     *
     * @param source with {@code index} the first input of the line, which stands in the way
     * @param by the actor who proposed
     */
    record ReleaseProposed(String subject, String proposalId, String source, long index, String by)
            implements ParkingEvent {}

    /** Somebody wants the first input of the line dropped, for a reason. */
    record DiscardProposed(
            String subject, String proposalId, String source, long index, DiscardReason reason, String by)
            implements ParkingEvent {}

    /** The proposal was turned down, or withdrawn; everything stays as it was. */
    record ProposalRejected(String subject, String proposalId, String by) implements ParkingEvent {}

    /** Another person agreed: the line is decided again, oldest first. */
    record ReleaseConfirmed(String subject, String proposalId, String by) implements ParkingEvent {}

    /** Another person agreed: the input will never be decided; those that waited behind it are. */
    record InputDiscarded(String subject, String proposalId, String source, long index, DiscardReason reason, String by)
            implements ParkingEvent {}

    /** The input was decided after all; what it led to stands in the log with the input as its cause. */
    record InputReleased(String subject, String source, long index) implements ParkingEvent {}

    /**
     * The line was decided again as far as this input, which stays; it is the line's first from here on.
     *
     * @param failure the class of what was thrown this time; null if the input was not looked at
     * @param behind the subject of the line that it waits behind; its own if merely its turn has not come
     */
    record InputKept(
            String subject,
            String source,
            long index,
            @Nullable String failure,
            @Nullable String behind) implements ParkingEvent {}

    /** The wire names. */
    Map<String, Class<? extends ParkingEvent>> TYPES = Map.of(
            "org.gongxue.log.input-parked", InputParked.class,
            "org.gongxue.log.parked-release-proposed", ReleaseProposed.class,
            "org.gongxue.log.parked-discard-proposed", DiscardProposed.class,
            "org.gongxue.log.parked-proposal-rejected", ProposalRejected.class,
            "org.gongxue.log.parked-release-confirmed", ReleaseConfirmed.class,
            "org.gongxue.log.parked-input-discarded", InputDiscarded.class,
            "org.gongxue.log.parked-input-released", InputReleased.class,
            "org.gongxue.log.parked-input-kept", InputKept.class);

    /** The wire name of an event. */
    static String typeOf(ParkingEvent event) {
        return TYPES.entrySet().stream()
                .filter(named -> named.getValue() == event.getClass())
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
