package org.gongxue.reward.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.gongxue.events.reward.Computation;
import org.gongxue.events.reward.ConditionResult;
import org.gongxue.events.reward.EntitlementReason;
import org.gongxue.events.reward.FundShare;
import org.gongxue.events.reward.Posting;
import org.gongxue.events.reward.QuotaCell;
import org.jspecify.annotations.Nullable;

/**
 * Why an entitlement was granted, refused, paid or taken back: everything that the log says of it, each with its place.
 * Money in fen; persons by the identity provider's subject, learners by their id: no names.
 *
 * @param paymentId the attempt it was asked for, if it was
 * @param state where the entitlement stands now
 * @param index the last event of this service's log that was looked at
 * @param opened the event that opened it
 * @param ground the university's row or the certificate that it hangs on
 * @param policy the version that decided
 * @param inputs what was heard from other services, oldest first
 * @param decisions assessments and what followed from them, oldest first
 * @param attempts payments, oldest first
 * @param corrections what came afterwards: returns, revocations, cancellation, recovery
 * @param entries the journal entries of the funds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        String entitlementId,
        @Nullable String paymentId,
        String state,
        long index,
        String learnerId,
        String unitId,
        List<String> unitPath,
        Place opened,
        @Nullable Ground ground,
        Policy policy,
        List<Heard> inputs,
        List<Decided> decisions,
        List<Attempt> attempts,
        List<Correction> corrections,
        List<Entry> entries) {

    /** An event in the log of another service. */
    public record Source(String service, long index, String leaf, String id, String type) {}

    /**
     * What the entitlement hangs on.
     *
     * @param kind {@code university-row} or {@code certificate}
     * @param reference {@code file/<id>#<row>} or {@code message/<id>}; the certificate's keyed token
     */
    public record Ground(String kind, String reference, Source source) {}

    /** A policy version: the document as it was published, its maker and its checker. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Policy(
            String policyId,
            int version,
            JsonNode document,
            String digest,
            String proposedBy,
            Place proposed,
            @Nullable String publishedBy,
            @Nullable Place published) {}

    /** Another service's event, where it became a fact of this log, and what it said. */
    public record Heard(Place accepted, Source source, JsonNode facts) {}

    /**
     * One decision.
     *
     * @param outcome assessed, refused, waitlisted, held, approved or expired: the last word of this decision
     * @param by the policy's id when it was automatic, else the officer
     * @param quota the cell as it was before and after; absent where none was asked
     * @param funds the funds as they were before and after
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            String outcome,
            @Nullable String by,
            @Nullable Assessed assessed,
            List<EntitlementReason> reasons,
            @Nullable String line,
            @Nullable String lineId,
            @Nullable Integer position,
            @Nullable QuotaMoments quota,
            List<FundMoments> funds,
            List<Place> events) {}

    /** The pure assessment, with every condition and the values that were compared. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Assessed(
            String result,
            String assessor,
            List<ConditionResult> conditions,
            List<String> missing,
            @Nullable String group,
            @Nullable QuotaCell quotaCell,
            List<FundShare> shares,
            long amountFen,
            @Nullable Computation computation) {}

    /** A cell before and after a decision. */
    public record QuotaMoments(String cellId, QuotaMoment before, QuotaMoment after) {}

    /** A fund before and after a decision. */
    public record FundMoments(String fundId, FundMoment before, FundMoment after) {}

    /**
     * A payment attempt.
     *
     * @param payeeVersion the version of the learner's account
     * @param batch the batch it is a line of
     * @param bank the bank's answer; absent while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            String paymentId,
            int attempt,
            int line,
            long amountFen,
            int payeeVersion,
            Place drafted,
            Batch batch,
            @Nullable BankLine bank) {}

    /** A batch: maker, checker, control totals, and the files that the bank got. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Batch(
            String batchId,
            String fundId,
            String purpose,
            String maker,
            Place opened,
            @Nullable String frozenBy,
            @Nullable Place frozen,
            @Nullable String checker,
            @Nullable LocalDate approvedOn,
            @Nullable Place approved,
            @Nullable Integer lines,
            @Nullable Long totalFen,
            List<BankFile> exports) {}

    /** A file for the bank or from it; the digest is its SHA-256 in hex. */
    public record BankFile(String fileDigest, String by, Place at) {}

    /** The bank's line about an attempt. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BankLine(
            String state,
            @Nullable String bankReference,
            @Nullable String failureCode,
            LocalDate on,
            Place at,
            @Nullable BankFile file) {}

    /** Something that came afterwards. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Correction(
            String what,
            @Nullable String reasonCode,
            @Nullable Long amountFen,
            @Nullable String bankReference,
            @Nullable LocalDate on,
            @Nullable String by,
            Place at) {}

    /** A journal entry. */
    public record Entry(String entryId, String fundId, String reason, List<Posting> postings, String cause, Place at) {}
}
