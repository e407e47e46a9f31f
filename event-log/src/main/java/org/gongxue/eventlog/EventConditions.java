package org.gongxue.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query asks of an event, as conditions that follow others in SQL. */
final class EventConditions {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private EventConditions() {}

    /** All that the query asks but for its limit. */
    static EventConditions all(EventQuery query) {
        var conditions = besideKeys(query);
        if (query.ofOneStream()) {
            conditions.and("stream = ?", query.stream());
        }
        if (!query.occurred()) {
            conditions.between("recorded_at", query);
        }
        conditions.and("index > ?", query.after());
        conditions.and("index < ?", query.before());
        return conditions;
    }

    /** What the keys of the log do not find; they find one stream, the time of recording, before and after. */
    static EventConditions besideKeys(EventQuery query) {
        var conditions = new EventConditions();
        if (query.stream() != null && !query.ofOneStream()) {
            conditions.and("starts_with(stream, ?)", query.stream() + "/");
        }
        if (query.type() != null) {
            conditions.type(query.type());
        }
        if (query.about() != null) {
            conditions.andAll(
                    "(position(? IN data) > 0 OR strpos(stream, ?) > 0)",
                    List.of(("\"" + query.about() + "\"").getBytes(UTF_8), query.about()));
        }
        conditions.and("correlation = ?", query.correlation());
        if (query.occurred()) {
            conditions.between("occurred_at", query);
        }
        return conditions;
    }

    private void between(String clock, EventQuery query) {
        and(clock + " >= ?", utc(query.from()));
        and(clock + " < ?", utc(query.to()));
    }

    private static @Nullable Object utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /** An accepted input holds the wire name of what it accepted, followed by its revision. */
    private void type(String type) {
        boolean whole = type.indexOf('.') >= 0;
        String name = whole ? type : "." + type;
        byte[] accepted = ((whole ? "\"" : "") + name + "\",\"revision\":").getBytes(UTF_8);
        if (whole) {
            andAll("(type = ? OR (type = ? AND position(? IN data) > 0))", List.of(name, InputAccepted.TYPE, accepted));
        } else {
            andAll(
                    "(right(type, length(?)) = ? OR (type = ? AND position(? IN data) > 0))",
                    List.of(name, name, InputAccepted.TYPE, accepted));
        }
    }

    /** A condition on what is not asked for is none. */
    private void and(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            values.add(value);
        }
    }

    private void andAll(String condition, List<Object> several) {
        sql.append(" AND ").append(condition);
        values.addAll(several);
    }

    /** The conditions, each behind an AND; empty if nothing is asked. */
    String sql() {
        return sql.toString();
    }

    /** Binds the values from a place on and gives the next one. */
    int bind(PreparedStatement s, int first) throws SQLException {
        int next = first;
        for (Object value : values) {
            s.setObject(next++, value);
        }
        return next;
    }
}
