package org.gongxue.eventlog.kill;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Marks every COMMIT from before it is sent until its reply is there. One without a reply is never marked as ended. */
final class MarkedDataSource {
    private MarkedDataSource() {}

    static DataSource of(DataSource dataSource, Marks.Commits commits) {
        return proxy(DataSource.class, (proxy, method, args) -> {
            Object result = invoke(dataSource, method, args);
            return result instanceof Connection connection ? marked(connection, commits) : result;
        });
    }

    private static Connection marked(Connection connection, Marks.Commits commits) {
        return proxy(Connection.class, (proxy, method, args) -> {
            if (!method.getName().equals("commit")) {
                return invoke(connection, method, args);
            }
            commits.begin();
            Object nothing = invoke(connection, method, args);
            commits.end();
            return nothing;
        });
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
