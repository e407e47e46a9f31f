package org.gongxue.kit.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.gongxue.eventlog.DiscardReason;
import org.gongxue.eventlog.ParkedLine;
import org.gongxue.eventlog.WaitingLine;
import org.gongxue.kit.authority.Person;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that wait about one subject.
 *
 * @param subject whom they are about: a learner's id or, if that cannot be told, the stream they come from
 * @param count how many wait; the first stands in the way of the others
 * @param first the first
 * @param proposal what somebody proposed, until another person answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParkedLineView(
        String subject,
        long count,
        ParkedInputView first,
        @Nullable ProposalView proposal) {

    /**
     * A proposal that is open.
     *
     * @param discard why the first input should be dropped; absent if the line should be decided again
     * @param proposedBy the sign-in subject of who proposed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProposalView(String proposalId, @Nullable DiscardReason discard, String proposedBy) {

        static @Nullable ProposalView of(ParkedLine.@Nullable Proposal proposal) {
            return proposal == null
                    ? null
                    : new ProposalView(proposal.id(), proposal.discard(), Person.subject(proposal.by()));
        }
    }

    static ParkedLineView of(WaitingLine line, Locale locale) {
        return new ParkedLineView(
                line.first().subject(),
                line.state().count(),
                ParkedInputView.of(line.first(), locale),
                ProposalView.of(line.state().proposal()));
    }
}
