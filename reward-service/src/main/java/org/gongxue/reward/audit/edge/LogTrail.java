package org.gongxue.reward.audit.edge;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.EventQuery;
import org.gongxue.eventlog.EventSearch;
import org.gongxue.eventlog.EventSearch.Extent;
import org.gongxue.eventlog.LogBusyException;
import org.gongxue.eventlog.LogCodec;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.StreamId;
import org.jspecify.annotations.Nullable;

/** The service's own log, read by streams: what an explanation is put together from. */
@Singleton
class LogTrail {

    private static final Duration SEARCH_MAX = Duration.ofMillis(1_500);
    private static final int EVENTS_MAX = 20_000;

    private final EventSearch search;
    private final LogCodec codec;

    LogTrail(DataSource dataSource, Domain<?> domain) {
        this.search = new EventSearch(dataSource, domain.service());
        this.codec = new LogCodec(domain.codec());
    }

    /** Everything on a stream, oldest first. */
    List<Recorded> stream(StreamId stream) {
        return between(stream, 1, Long.MAX_VALUE, null);
    }

    /**
     * Events of a stream, oldest first.
     *
     * @param first not before this index
     * @param last not after this index
     * @param about only those that hold this text between quotes
     * @throws LogBusyException if that is more than can be looked at in time
     */
    List<Recorded> between(StreamId stream, long first, long last, @Nullable String about) {
        var before = last == Long.MAX_VALUE ? null : Long.valueOf(last + 1);
        var found = search.find(
                new EventQuery(stream.toString(), null, about, null, null, false, null, first - 1, before, EVENTS_MAX),
                SEARCH_MAX);
        if (found.next() != null) {
            throw new LogBusyException("too much of " + stream + " to be read at once", Duration.ofSeconds(1));
        }
        return found.events().reversed().stream().map(this::decoded).toList();
    }

    /** Where everything stands that the same cause brought about; the event alone if the log does not remember. */
    Extent decision(Recorded event) {
        return search.extent(event.cause()).orElseGet(() -> new Extent(event.index(), event.index()));
    }

    private Recorded decoded(Envelope e) {
        return new Recorded(e, codec.decode(e.type(), e.revision(), e.data()));
    }
}
