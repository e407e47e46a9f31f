package org.gongxue.reward.claim.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.reward.entitlement.edge.EntitlementView.ComputationView;
import org.gongxue.reward.entitlement.edge.EntitlementView.ReasonView;
import org.jspecify.annotations.Nullable;

/**
 * What the policies say to a claim that has not been made.
 *
 * @param asOf the business date
 * @param results one for each policy whose window holds the claim's date
 * @param notOpen the policies whose window does not
 */
public record AssessmentView(LocalDate asOf, List<ResultView> results, List<NotOpenView> notOpen) {

    /**
     * What one policy says. Amounts in fen, texts in the reader's language.
     *
     * @param result owed, refused, or pending while facts are missing
     * @param missing what is not known yet
     * @param place absent for a policy without places, and unless something is owed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultView(
            String policyId,
            int version,
            String name,
            String result,
            @Nullable String group,
            @Nullable Long amountFen,
            @Nullable ComputationView computation,
            List<ConditionResult> conditions,
            List<ReasonView> reasons,
            List<MissingView> missing,
            @Nullable PlaceView place) {}

    /** A fact that is not known, with its name. */
    public record MissingView(String fact, String text) {}

    /**
     * The cell a place is needed of, as it stands at this moment; nothing is reserved.
     *
     * @param unitId the unit, or {@code *} when the places are not divided by unit
     * @param outcome the word place, waitlist, or none when it is full and nobody waits
     * @param position which place it would be, or which number in the line; absent for {@code none}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlaceView(
            String unitId,
            String unitName,
            String group,
            int year,
            int places,
            int used,
            int waiting,
            int left,
            String outcome,
            @Nullable Integer position) {}

    /**
     * A policy that is not for a claim of this date.
     *
     * @param from the first day of its window
     * @param until the last day of its window
     * @param opensOn when a claim of then could come under it: its first day, if that is still to come
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NotOpenView(
            String policyId,
            int version,
            String name,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate opensOn) {}
}
