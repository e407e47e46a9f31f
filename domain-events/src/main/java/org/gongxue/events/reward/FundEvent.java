package org.gongxue.events.reward;

/** Events on the stream of one fund: its money and its line of waiting entitlements. */
public sealed interface FundEvent extends RewardEvent
        permits FundOpened,
                AppropriationProposed,
                AppropriationConfirmed,
                AppropriationRejected,
                JournalEntryPosted,
                WaitlistJoined,
                WaitlistServed {}
