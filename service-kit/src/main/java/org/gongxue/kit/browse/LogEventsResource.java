package org.gongxue.kit.browse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.EventQuery;
import org.gongxue.eventlog.EventSearch;
import org.gongxue.eventlog.Leaf;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.boot.LogHouse;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** The log of this service, event by event: by stream, type, learner, time, cause and effect. Nothing here changes it. */
@Path("log/events")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@RunOnVirtualThread
public class LogEventsResource {

    /** No request may take longer than two seconds; the answer has to be written too. */
    private static final Duration SEARCH_MAX = Duration.ofMillis(1_500);

    private static final int PAGE_MAX = 200;
    private static final int TOGETHER_MAX = 200;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String STREAM = "[a-z][a-z-]{0,39}(/[!-~]{1,120})?";
    private static final String TYPE = "[A-Za-z0-9.-]{1,150}";
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._:-]{0,119}";
    private static final String CAUSE =
            "command:[!-~]{1,200}/[0-9a-f-]{36}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|((input|parked):)?[a-z-]{1,40}/\\d{1,18}";

    private final EventSearch search;
    private final Looking looking;
    private final LogHouse house;
    private final Authority authority;
    private final ObjectMapper json;

    /**
     * A page of events, newest first.
     *
     * @param service whose log it is
     * @param lastIndex the last index of the log when the search began
     * @param items the events
     * @param next where to go on: as {@code before} of the next request; null at the end
     * @param outOfTime whether the search stopped for its time: older events that fit may follow from {@code next} on
     */
    public record LogEventList(
            String service,
            long lastIndex,
            List<LogEvent> items,
            @Nullable Long next,
            boolean outOfTime) {}

    /**
     * What brought an event about.
     *
     * @param principal within whom the command's id is unique; null for an input
     * @param commandId the command; null for an input
     * @param source the service whose event was accepted; null for a command
     * @param index its index there; null for a command
     */
    public record LogCause(
            @Nullable String principal,
            @Nullable String commandId,
            @Nullable String source,
            @Nullable Long index) {}

    /**
     * One event, whole.
     *
     * @param service whose log it is
     * @param lastIndex the last index of the log
     * @param event the event
     * @param id derived from service, cause and ordinal
     * @param leaf its leaf hash, Base64
     * @param intact whether the row is what its leaf says
     * @param data its data as stored; Base64 if it is no JSON
     * @param cause what brought it about
     * @param together what the same cause brought about in this log, oldest first, this event included: of more than 200
     *     the last 200, or the 200 that end with this event
     * @param togetherCount how many the same cause brought about
     */
    public record LogEventWhole(
            String service,
            long lastIndex,
            LogEvent event,
            String id,
            String leaf,
            boolean intact,
            JsonNode data,
            LogCause cause,
            List<LogEvent> together,
            long togetherCount) {}

    LogEventsResource(DataSource dataSource, LogHouse house, Authority authority, Looking looking, ObjectMapper json) {
        this.search = new EventSearch(dataSource, house.service());
        this.looking = looking;
        this.house = house;
        this.authority = authority;
        this.json = json;
    }

    /**
     * Events, newest first. A stream, a moment of recording and a cause are found at once; what else is asked is looked
     * for backward from the newest event, for at most 1.5 seconds a request.
     *
     * @param stream {@code kind/id} or {@code kind}
     * @param type a wire name or its last part; accepted inputs of that type are found as well
     * @param learner a learner's id, in the stream or the data
     * @param from a day in Shanghai or a moment
     * @param to a day in Shanghai, included, or a moment, excluded
     * @param clock whether {@code from} and {@code to} are about when it was recorded or when it occurred
     * @param cause a command ({@code command:<principal>/<id>}, or the id alone) or another service's event
     *     ({@code input:<source>/<index>}, {@code parked:<source>/<index>} while it could not be decided, or
     *     {@code <source>/<index>} for both)
     * @param before below this index
     * @param after above this index
     * @throws RefusedException (422) for a moment that cannot be read
     */
    @GET
    public LogEventList list(
            @QueryParam("stream") @Pattern(regexp = STREAM, message = "STREAM") @Nullable String stream,
            @QueryParam("type") @Pattern(regexp = TYPE, message = "EVENT_TYPE") @Nullable String type,
            @QueryParam("learner") @Pattern(regexp = ID, message = "LEARNER_ID") @Nullable String learner,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("clock") @DefaultValue("recorded") @Pattern(regexp = "recorded|occurred") String clock,
            @QueryParam("cause") @Pattern(regexp = CAUSE, message = "CAUSE") @Nullable String cause,
            @QueryParam("correlation") @Pattern(regexp = "[!-~]{1,200}") @Nullable String correlation,
            @QueryParam("after") @Min(0) @Nullable Long after,
            @QueryParam("before") @Min(1) @Nullable Long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(PAGE_MAX) int limit,
            HttpHeaders headers) {
        admit();
        var locale = Caller.locale(headers.getAcceptableLanguages());
        // Read first: whoever follows the log goes on from here and must miss nothing.
        var lastIndex = house.lastIndex();
        var query = new EventQuery(
                stream,
                type,
                learner,
                moment("from", from, 0),
                moment("to", to, 1),
                clock.equals("occurred"),
                correlation,
                after,
                before,
                limit);
        var found = cause == null ? search.find(query, SEARCH_MAX) : search.causedBy(causes(cause), query);
        if (!found.events().isEmpty()) {
            looking.atEventsOf(learner, stream);
        }
        return new LogEventList(
                house.service(), lastIndex, views(found.events(), locale), found.next(), found.outOfTime());
    }

    /** One event with its data, its cause and what else that cause brought about. */
    @GET
    @Path("{index}")
    public LogEventWhole show(@PathParam("index") @Min(1) long index, HttpHeaders headers) {
        admit();
        var locale = Caller.locale(headers.getAcceptableLanguages());
        var event = search.at(index).orElseThrow(() -> RefusedException.notFound("index", Long.toString(index)));
        var data = data(event);
        looking.at(event.stream().toString(), data);
        return new LogEventWhole(
                house.service(),
                house.lastIndex(),
                LogEvent.of(event, locale),
                event.id().toString(),
                Base64.getEncoder().encodeToString(event.leaf()),
                Leaf.matches(event),
                data,
                cause(event.cause()),
                views(together(event), locale),
                search.countCausedBy(event.cause()));
    }

    private void admit() {
        authority.requireEverywhere(StaffRole.ADMINISTRATOR, StaffRole.AUDITOR);
    }

    private List<Envelope> together(Envelope event) {
        var causes = List.of(event.cause());
        var last = EventQuery.newest(TOGETHER_MAX);
        var events = search.causedBy(causes, last).events();
        var there = events.isEmpty() || events.getLast().index() <= event.index();
        return (there
                        ? events
                        : search.causedBy(causes, last.below(event.index() + 1)).events())
                .reversed();
    }

    /** A command's id alone may be that of several principals. */
    private List<String> causes(String said) {
        if (said.indexOf(':') > 0) {
            return List.of(said);
        }
        return said.indexOf('/') > 0
                ? List.of("input:" + said, "parked:" + said)
                : search.causes(UUID.fromString(said));
    }

    private static LogCause cause(String text) {
        var rest = text.substring(text.indexOf(':') + 1);
        var slash = rest.lastIndexOf('/');
        var whose = rest.substring(0, slash);
        var which = rest.substring(slash + 1);
        return text.startsWith("command:")
                ? new LogCause(whose, which, null, null)
                : new LogCause(null, null, whose, Long.valueOf(which));
    }

    private JsonNode data(Envelope event) {
        try {
            return json.readTree(event.data());
        } catch (IOException damaged) {
            return TextNode.valueOf(Base64.getEncoder().encodeToString(event.data()));
        }
    }

    private static List<LogEvent> views(List<Envelope> events, Locale locale) {
        return events.stream().map(event -> LogEvent.of(event, locale)).toList();
    }

    /** A moment, or a day in Shanghai: its beginning, or so many days later. */
    private static @Nullable Instant moment(String field, @Nullable String text, int days) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.indexOf('T') > 0
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(SHANGHAI)
                            .toInstant();
        } catch (DateTimeException unreadable) {
            throw new RefusedException(
                    Refusal.invalid("INVALID_VALUE", field, text, null).withFacts(Map.of("rule", "MOMENT")));
        }
    }
}
