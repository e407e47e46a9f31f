package org.gongxue.eventlog;

import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** What an error of the database means for a batch. */
enum SqlFailure {
    /** The database is away or gave this connection up: connect again and try the same batch again. */
    AWAY,
    /** Someone appended without the lock, or the database asks for another try: look again and decide again. */
    OVERTAKEN,
    /** The batch took longer than a transaction may: try smaller ones. */
    TOO_SLOW,
    /** A request of this batch breaks a rule of the database, and would again. */
    PERMANENT;

    private static final Set<String> KEYS_OF_THE_LOG =
            Set.of("event_pkey", "event_stream_version_key", "head_pkey", "command_outcome_pkey");

    static SqlFailure of(SQLException e) {
        String state = e.getSQLState() == null ? "08000" : e.getSQLState();
        return switch (state) {
            case "25P04" -> TOO_SLOW;
            case "40001", "40P01", "55P03" -> OVERTAKEN;
            case "23505" -> breaksKeyOfTheLog(e) ? OVERTAKEN : PERMANENT;
            default -> isAway(state) ? AWAY : PERMANENT;
        };
    }

    /** The same error without the detail lines, which quote rows, and rows may tell of people. */
    static SQLException withoutDetails(SQLException e) {
        if (!(e instanceof PSQLException postgres) || postgres.getServerErrorMessage() == null) {
            return e;
        }
        var terse = new SQLException(postgres.getServerErrorMessage().getMessage(), e.getSQLState());
        terse.setStackTrace(e.getStackTrace());
        return terse;
    }

    /** Connection exceptions, insufficient resources, operator intervention, system errors; a primary demoted. */
    private static boolean isAway(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("25006")
                || state.equals("25P03");
    }

    private static boolean breaksKeyOfTheLog(SQLException e) {
        return e instanceof PSQLException postgres
                && postgres.getServerErrorMessage() != null
                && "log".equals(postgres.getServerErrorMessage().getSchema())
                && KEYS_OF_THE_LOG.contains(postgres.getServerErrorMessage().getConstraint());
    }
}
