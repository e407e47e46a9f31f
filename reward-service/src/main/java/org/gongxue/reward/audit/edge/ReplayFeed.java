package org.gongxue.reward.audit.edge;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongxue.reward.audit.ReplayLine.Progress;
import org.jspecify.annotations.Nullable;

/** The server-sent events of one listener. Each tells the present state, so one that was missed is no loss. */
final class ReplayFeed {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(10);

    private final Sse sse;
    private @Nullable Progress told;
    private Instant toldAt = Instant.EPOCH;
    private long sequence;

    private ReplayFeed(Sse sse) {
        this.sse = sse;
    }

    /** The events until the replay has ended. */
    static Multi<OutboundSseEvent> of(Sse sse, Supplier<ReplayView> look) {
        var feed = new ReplayFeed(sse);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom().item(look).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(LOOK_EVERY)
                .whilst(ReplayView::isRunning)
                .onItem()
                .transformToIterable(view -> feed.event(view).stream().toList());
    }

    private Optional<OutboundSseEvent> event(ReplayView view) {
        if (!view.isRunning()) {
            return Optional.of(event("finished", view));
        }
        var progress = new Progress(view.eventsRead(), view.eventsTotal(), view.eventsPerSecond());
        var now = Instant.now();
        if (!progress.equals(told)) {
            told = progress;
            toldAt = now;
            return Optional.of(event("progress", progress));
        }
        if (toldAt.plus(HEARTBEAT_EVERY).isBefore(now)) {
            toldAt = now;
            return Optional.of(event("heartbeat", progress));
        }
        return Optional.empty();
    }

    private OutboundSseEvent event(String name, Object data) {
        sequence++;
        return sse.newEventBuilder()
                .name(name)
                .id(Long.toString(sequence))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data)
                .build();
    }
}
