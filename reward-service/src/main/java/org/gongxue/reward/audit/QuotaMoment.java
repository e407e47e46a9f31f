package org.gongxue.reward.audit;

import java.util.List;
import org.gongxue.events.reward.PlacesAllotted;
import org.gongxue.events.reward.QuotaCellEvent;
import org.gongxue.events.reward.QuotaPlaceFreed;
import org.gongxue.events.reward.QuotaPlaceTaken;
import org.gongxue.events.reward.QuotaWaitlistJoined;
import org.gongxue.events.reward.QuotaWaitlistServed;

/**
 * A quota cell as of an index.
 *
 * @param index the last event that counts
 * @param lastPosition the last position given in its line
 * @param servedPosition the last position served, or whose holder had left
 */
public record QuotaMoment(long index, int places, int used, int lastPosition, int servedPosition) {

    /** The cell some events later. */
    public QuotaMoment after(List<QuotaCellEvent> events, long lastIndex) {
        var placesNow = places;
        var usedNow = used;
        var last = lastPosition;
        var served = servedPosition;
        for (var event : events) {
            switch (event) {
                case PlacesAllotted e -> placesNow = e.places();
                case QuotaPlaceTaken _ -> usedNow++;
                case QuotaPlaceFreed _ -> usedNow--;
                case QuotaWaitlistJoined e -> last = e.position();
                case QuotaWaitlistServed e -> served = e.throughPosition();
            }
        }
        return new QuotaMoment(lastIndex, placesNow, usedNow, last, served);
    }
}
