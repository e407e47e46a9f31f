package org.gongxue.eventlog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The way of one instance to its database, which tears at a moment that is told beforehand, and may stay torn. */
final class FrailWire {

    /** Where it tears. */
    enum Place {
        /** In place of a statement, which never arrives. */
        AT_A_STATEMENT,
        /** In place of a commit, which never arrives. */
        BEFORE_A_COMMIT,
        /** After a commit took effect, in place of the reply. */
        AFTER_A_COMMIT
    }

    /**
     * A tear.
     *
     * @param place where
     * @param skipped how many statements, or commits, get through before it
     * @param kills whether the instance reaches the database never again
     */
    record Tear(Place place, int skipped, boolean kills) {}

    private final DataSource database;
    private final CompletableFuture<Void> death = new CompletableFuture<>();
    private @Nullable Tear next;
    private int toSkip;
    private final List<Place> torn = new ArrayList<>();

    FrailWire(DataSource database) {
        this.database = database;
    }

    /** Tears once, from now on. */
    synchronized void expect(Tear tear) {
        next = tear;
        toSkip = tear.skipped();
    }

    /** Tears no more. */
    synchronized void holdFast() {
        next = null;
    }

    /** Done when it is torn for good. */
    CompletableFuture<Void> death() {
        return death;
    }

    /** Where it tore so far. */
    synchronized List<Place> torn() {
        return List.copyOf(torn);
    }

    private synchronized boolean tears(Place place) {
        if (next == null || next.place() != place || toSkip-- > 0) {
            return false;
        }
        boolean kills = next.kills();
        next = null;
        torn.add(place);
        if (kills) {
            death.complete(null);
        }
        return true;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, args) -> {
            if (method.getName().equals("getConnection") && death.isDone()) {
                throw gone();
            }
            Object result = invoke(database, method, args);
            return result instanceof Connection connection ? frail(connection) : result;
        });
    }

    private Connection frail(Connection connection) {
        return proxy(Connection.class, (proxy, method, args) -> {
            if (method.getName().equals("commit")) {
                commit(connection);
                return null;
            }
            Object result = invoke(connection, method, args);
            return switch (result) {
                case PreparedStatement s -> frail(PreparedStatement.class, s, connection);
                case Statement s -> frail(Statement.class, s, connection);
                case null, default -> result;
            };
        });
    }

    private void commit(Connection connection) throws SQLException {
        if (tears(Place.BEFORE_A_COMMIT)) {
            tear(connection);
        }
        refuseIfDead(connection);
        connection.commit();
        if (tears(Place.AFTER_A_COMMIT)) {
            tear(connection);
        }
    }

    private <S extends Statement> S frail(Class<S> type, S statement, Connection connection) {
        return proxy(type, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                if (tears(Place.AT_A_STATEMENT)) {
                    tear(connection);
                }
                refuseIfDead(connection);
            }
            return invoke(statement, method, args);
        });
    }

    private void refuseIfDead(Connection connection) throws SQLException {
        if (death.isDone()) {
            tear(connection);
        }
    }

    private static void tear(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        throw gone();
    }

    private static SQLException gone() {
        return new SQLException("the wire is torn", "08006");
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
