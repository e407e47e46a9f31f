package org.gongxue.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls a minute per caller. It keeps one runaway program from crowding out the rest; it is no quota. Each gateway process counts
 * for itself.
 */
@ApplicationScoped
public class RateLimit {

    private static final int CALLERS_MAX = 100_000;

    private final int callsPerMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(CALLERS_MAX)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    RateLimit(GatewayConfig config) {
        this.callsPerMinute = config.rateLimit();
    }

    /** Counts one call; where it is one too many, how long to wait before the next may succeed. */
    Optional<Duration> take(String caller) {
        ConsumptionProbe probe = buckets.get(caller, _ -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(callsPerMinute).refillGreedy(callsPerMinute, Duration.ofMinutes(1)))
                .build();
    }
}
