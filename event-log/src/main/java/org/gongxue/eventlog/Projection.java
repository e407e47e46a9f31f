package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A read model written in the appender's own transaction, so that it is never behind the log. */
public interface Projection {

    /** Its name, unique in the service. */
    String name();

    /** Raised whenever {@link #apply} or the tables change: the next start folds the read model again. */
    int version();

    /** Empties the read model. */
    void reset(Connection c) throws SQLException;

    /**
     * Takes events in, in index order. Neither commits nor closes the connection. An error here fails only the command
     * that caused it.
     */
    void apply(Connection c, List<Recorded> events) throws SQLException;
}
