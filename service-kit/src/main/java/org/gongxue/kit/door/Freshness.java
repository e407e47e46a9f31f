package org.gongxue.kit.door;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.Optional;
import org.gongxue.kit.boot.LogHouse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers name the index they made ({@code Log-Index: <service>=<index>}); a read that brings one back as
 * {@code Log-Min-Index} waits up to two seconds until this service has seen it, else it is marked {@code Log-Stale}.
 */
class Freshness {

    private static final String MIN_INDEX = "Log-Min-Index";
    private static final String STALE = "Log-Stale";
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final LogHouse house;
    private final Commands commands;

    Freshness(LogHouse house, Commands commands) {
        this.house = house;
        this.commands = commands;
    }

    @ServerRequestFilter
    Uni<Void> waitForIndex(ContainerRequestContext request) {
        var wanted = wanted(request);
        if (wanted.isEmpty() || reached(wanted.get())) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .ticks()
                .every(LOOK_EVERY)
                .select()
                .first(_ -> reached(wanted.get()))
                .toUni()
                .replaceWithVoid()
                .ifNoItem()
                .after(WAIT_MAX)
                .recoverWithUni(Uni.createFrom().voidItem());
    }

    @ServerResponseFilter
    void name(ContainerRequestContext request, ContainerResponseContext response) {
        var service = house.service();
        if (commands.lastIndex() > 0) {
            response.getHeaders().putSingle("Log-Index", service + "=" + commands.lastIndex());
        }
        wanted(request)
                .filter(w -> !reached(w))
                .ifPresent(w -> response.getHeaders()
                        .putSingle(
                                STALE,
                                w.service() + "=" + house.seen(w.service()).orElse(-1L)));
    }

    private record Position(String service, long index) {}

    private boolean reached(Position wanted) {
        var seen = house.seen(wanted.service());
        return seen.isPresent() && seen.get() >= wanted.index();
    }

    private static Optional<Position> wanted(ContainerRequestContext request) {
        var header = request.getHeaderString(MIN_INDEX);
        if (header == null || !header.matches("[a-z-]+=\\d{1,18}")) {
            return Optional.empty();
        }
        var equals = header.indexOf('=');
        return Optional.of(new Position(header.substring(0, equals), Long.parseLong(header.substring(equals + 1))));
    }
}
