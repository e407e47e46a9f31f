package org.gongxue.events.reward;

/** Events on the stream of one quota cell: its places, who holds one, and the line of those who wait. */
public sealed interface QuotaCellEvent extends RewardEvent
        permits PlacesAllotted, QuotaPlaceTaken, QuotaPlaceFreed, QuotaWaitlistJoined, QuotaWaitlistServed {

    /** The cell. */
    QuotaCell cell();
}
