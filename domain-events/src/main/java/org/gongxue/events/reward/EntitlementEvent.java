package org.gongxue.events.reward;

/** Events on the stream of one entitlement, its payments included. */
public sealed interface EntitlementEvent extends RewardEvent
        permits EntitlementOpened,
                EntitlementAssessed,
                EntitlementRefused,
                EntitlementWaitlisted,
                EntitlementExpired,
                EntitlementRevoked,
                EntitlementHeld,
                EntitlementApproved,
                PaymentDrafted,
                PaymentConfirmed,
                PaymentReturned,
                EntitlementCancelled,
                RecoveryOrdered,
                RecoveryReceived {}
