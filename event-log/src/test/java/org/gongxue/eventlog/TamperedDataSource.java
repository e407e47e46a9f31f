package org.gongxue.eventlog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source that somebody tampers with: something happens before it connects, before a statement,
 * or before or after it commits. */
final class TamperedDataSource {

    /** What happens at a moment. */
    @FunctionalInterface
    interface Tampering<T> {
        void with(T object) throws SQLException;
    }

    private final DataSource dataSource;
    private volatile Tampering<DataSource> connecting = nothing -> {};
    private volatile Tampering<String> preparing = nothing -> {};
    private volatile Tampering<Connection> committing = nothing -> {};
    private volatile Tampering<Connection> committed = nothing -> {};

    TamperedDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    TamperedDataSource beforeConnecting(Tampering<DataSource> tampering) {
        connecting = tampering;
        return this;
    }

    TamperedDataSource beforePreparing(Tampering<String> tampering) {
        preparing = tampering;
        return this;
    }

    TamperedDataSource beforeCommit(Tampering<Connection> tampering) {
        committing = tampering;
        return this;
    }

    TamperedDataSource afterCommit(Tampering<Connection> tampering) {
        committed = tampering;
        return this;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, args) -> {
            if (method.getName().equals("getConnection")) {
                connecting.with(dataSource);
            }
            Object result = invoke(dataSource, method, args);
            return result instanceof Connection connection ? tampered(connection) : result;
        });
    }

    private Connection tampered(Connection connection) {
        return proxy(Connection.class, (proxy, method, args) -> {
            if (method.getName().equals("prepareStatement")) {
                preparing.with((String) args[0]);
            }
            boolean commit = method.getName().equals("commit");
            if (commit) {
                committing.with(connection);
            }
            Object result = invoke(connection, method, args);
            if (commit) {
                committed.with(connection);
            }
            return result;
        });
    }

    /** The connection breaks before anybody hears of the commit. */
    static void loseReply(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        throw new SQLException("the reply to COMMIT is lost", "08006");
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
