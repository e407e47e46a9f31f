package org.gongxue.eventlog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Hands out connections of which every third commit fails as if the connection were lost: after the database took it,
 * so that only the reply is missing, or before.
 */
final class LossyDataSource {
    private final DataSource dataSource;
    private final boolean afterTheFact;
    private final AtomicInteger commits = new AtomicInteger();

    LossyDataSource(DataSource dataSource, boolean afterTheFact) {
        this.dataSource = dataSource;
        this.afterTheFact = afterTheFact;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, args) -> {
            Object result = invoke(dataSource, method, args);
            return result instanceof Connection connection ? lossy(connection) : result;
        });
    }

    private Connection lossy(Connection connection) {
        return proxy(Connection.class, (proxy, method, args) -> {
            if (method.getName().equals("commit") && commits.incrementAndGet() % 3 == 0) {
                if (afterTheFact) {
                    connection.commit();
                }
                connection.abort(Runnable::run);
                throw new SQLException("the reply to COMMIT is lost", "08006");
            }
            return invoke(connection, method, args);
        });
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] args) throws Throwable {
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
