package org.gongxue.events.reward;

import java.util.List;
import org.gongxue.events.EventCatalog.Entry;

/**
 * All events of the reward ledger.
 *
 * <p>Add a record to {@code permits} and to the catalog together; a test finds one without the other.
 */
public sealed interface RewardEvent
        permits PolicyEvent,
                PolicyListed,
                FundEvent,
                QuotaGridEvent,
                QuotaCellEvent,
                BusinessKeyEvent,
                FactsAwaited,
                LearnerAwaited,
                EntitlementEvent,
                PaymentNumbersIssued,
                PaymentBatchEvent,
                ReplayReported,
                EvidenceIssued {

    /** The wire names of this service's events. */
    List<Entry> CATALOG = List.of(
            new Entry("org.gongxue.reward.policy-proposed", 1, PolicyProposed.class),
            new Entry("org.gongxue.reward.policy-published", 1, PolicyPublished.class),
            new Entry("org.gongxue.reward.policy-listed", 1, PolicyListed.class),
            new Entry("org.gongxue.reward.fund-opened", 1, FundOpened.class),
            new Entry("org.gongxue.reward.appropriation-proposed", 1, AppropriationProposed.class),
            new Entry("org.gongxue.reward.appropriation-confirmed", 1, AppropriationConfirmed.class),
            new Entry("org.gongxue.reward.appropriation-rejected", 1, AppropriationRejected.class),
            new Entry("org.gongxue.reward.journal-entry-posted", 1, JournalEntryPosted.class),
            new Entry("org.gongxue.reward.waitlist-joined", 1, WaitlistJoined.class),
            new Entry("org.gongxue.reward.waitlist-served", 1, WaitlistServed.class),
            new Entry("org.gongxue.reward.quota-proposed", 1, QuotaProposed.class),
            new Entry("org.gongxue.reward.quota-confirmed", 1, QuotaConfirmed.class),
            new Entry("org.gongxue.reward.quota-rejected", 1, QuotaRejected.class),
            new Entry("org.gongxue.reward.places-allotted", 1, PlacesAllotted.class),
            new Entry("org.gongxue.reward.quota-place-taken", 1, QuotaPlaceTaken.class),
            new Entry("org.gongxue.reward.quota-place-freed", 1, QuotaPlaceFreed.class),
            new Entry("org.gongxue.reward.quota-waitlist-joined", 1, QuotaWaitlistJoined.class),
            new Entry("org.gongxue.reward.quota-waitlist-served", 1, QuotaWaitlistServed.class),
            new Entry("org.gongxue.reward.business-key-claimed", 1, BusinessKeyClaimed.class),
            new Entry("org.gongxue.reward.business-key-released", 1, BusinessKeyReleased.class),
            new Entry("org.gongxue.reward.facts-awaited", 1, FactsAwaited.class),
            new Entry("org.gongxue.reward.learner-awaited", 1, LearnerAwaited.class),
            new Entry("org.gongxue.reward.entitlement-opened", 1, EntitlementOpened.class),
            new Entry("org.gongxue.reward.entitlement-assessed", 1, EntitlementAssessed.class),
            new Entry("org.gongxue.reward.entitlement-refused", 1, EntitlementRefused.class),
            new Entry("org.gongxue.reward.entitlement-waitlisted", 1, EntitlementWaitlisted.class),
            new Entry("org.gongxue.reward.entitlement-expired", 1, EntitlementExpired.class),
            new Entry("org.gongxue.reward.entitlement-revoked", 1, EntitlementRevoked.class),
            new Entry("org.gongxue.reward.entitlement-held", 1, EntitlementHeld.class),
            new Entry("org.gongxue.reward.entitlement-approved", 1, EntitlementApproved.class),
            new Entry("org.gongxue.reward.entitlement-cancelled", 1, EntitlementCancelled.class),
            new Entry("org.gongxue.reward.recovery-ordered", 1, RecoveryOrdered.class),
            new Entry("org.gongxue.reward.recovery-received", 1, RecoveryReceived.class),
            new Entry("org.gongxue.reward.payment-numbers-issued", 1, PaymentNumbersIssued.class),
            new Entry("org.gongxue.reward.payment-batch-opened", 1, PaymentBatchOpened.class),
            new Entry("org.gongxue.reward.payment-batch-extended", 1, PaymentBatchExtended.class),
            new Entry("org.gongxue.reward.payment-drafted", 1, PaymentDrafted.class),
            new Entry("org.gongxue.reward.payment-line-revoked", 1, PaymentLineRevoked.class),
            new Entry("org.gongxue.reward.payment-batch-frozen", 1, PaymentBatchFrozen.class),
            new Entry("org.gongxue.reward.payment-batch-approved", 1, PaymentBatchApproved.class),
            new Entry("org.gongxue.reward.payment-batch-discarded", 1, PaymentBatchDiscarded.class),
            new Entry("org.gongxue.reward.payment-batch-exported", 1, PaymentBatchExported.class),
            new Entry("org.gongxue.reward.payment-confirmed", 1, PaymentConfirmed.class),
            new Entry("org.gongxue.reward.payment-returned", 1, PaymentReturned.class),
            new Entry("org.gongxue.reward.payment-results-imported", 1, PaymentResultsImported.class),
            new Entry("org.gongxue.reward.replay-reported", 1, ReplayReported.class),
            new Entry("org.gongxue.reward.evidence-issued", 1, EvidenceIssued.class));
}
