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

    /**
     * The tables that hold it, by their names alone. To fold it again, tables of the same shape are filled beside them and
     * take their place; what such a table may not have: foreign keys, triggers, a second projection that writes it.
     */
    List<String> tables();

    /**
     * Takes events in, in index order. Reads no table but its own, and names tables without a schema. Neither commits nor
     * closes the connection. An error here fails only the command that caused it.
     */
    void apply(Connection c, List<Recorded> events) throws SQLException;
}
