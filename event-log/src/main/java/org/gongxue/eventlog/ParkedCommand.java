package org.gongxue.eventlog;

/**
 * What may be asked about parked inputs. One person proposes, another confirms or rejects (invariant 10).
 *
 * <p>A line that is named by nothing that waits is refused with {@code PARKED_NOTHING}, an input that is not its first
 * with {@code PARKED_NOT_FIRST}, a second proposal with {@code PARKED_PROPOSAL_OPEN}, an answer to a proposal that is not
 * open with {@code PARKED_PROPOSAL_SETTLED}, and a confirmation by who proposed with {@code MAKER_IS_CHECKER}.
 */
public sealed interface ParkedCommand {

    /** Whom the line is about, as {@link ParkedInput#subject} says. */
    String subject();

    /** The proposal that is made or answered; its maker chooses the id. */
    String proposalId();

    /** The line should be decided again; source and index name its first input, the one that the proposer saw. */
    record ProposeRelease(String subject, String proposalId, String source, long index) implements ParkedCommand {}

    /** The first input of the line should be dropped, and what waits behind it decided. */
    record ProposeDiscard(String subject, String proposalId, String source, long index, DiscardReason reason)
            implements ParkedCommand {}

    /** Agrees. The proposal takes effect before the answer comes. */
    record Confirm(String subject, String proposalId) implements ParkedCommand {}

    /** Turns the proposal down; whoever made it may withdraw it so. */
    record Reject(String subject, String proposalId) implements ParkedCommand {}

    /**
     * What the line is after a command.
     *
     * @param proposalId the proposal that the command was about
     * @param decided how many inputs were decided, of this line and of those that waited behind it
     * @param count how many still wait in this line
     */
    record Answer(String subject, String proposalId, int decided, long count) {}
}
