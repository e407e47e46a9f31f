package org.gongxue.eventlog.toy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.eventlog.toy.ToyEvent.CoinsMinted;
import org.gongxue.eventlog.toy.ToyEvent.Deposited;
import org.gongxue.eventlog.toy.ToyEvent.MovedIn;
import org.gongxue.eventlog.toy.ToyEvent.MovedOut;
import org.gongxue.eventlog.toy.ToyEvent.Noted;

/** A read model: what every account holds, and notes whose text the database keeps unique. */
public record Balances(int version) implements Projection {

    /** Creates its tables, as a service's migrations would. */
    public static void createTables(DataSource dataSource) throws SQLException {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE balance (account text PRIMARY KEY, coins bigint NOT NULL)");
            s.execute("CREATE TABLE note (text text PRIMARY KEY)");
        }
    }

    /** What every account holds. */
    public static Map<String, Long> all(DataSource dataSource) throws SQLException {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery("SELECT account, coins FROM balance")) {
            var all = new TreeMap<String, Long>();
            while (row.next()) {
                all.put(row.getString(1), row.getLong(2));
            }
            return all;
        }
    }

    @Override
    public String name() {
        return "balances";
    }

    @Override
    public List<String> tables() {
        return List.of("balance", "note");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        for (Recorded recorded : events) {
            if (recorded.event() instanceof ToyEvent event) {
                apply(c, event);
            }
        }
    }

    private static void apply(Connection c, ToyEvent event) throws SQLException {
        switch (event) {
            case Deposited e -> add(c, e.account(), e.coins());
            case CoinsMinted e -> add(c, e.account(), e.coins());
            case MovedOut e -> add(c, e.from(), -e.coins());
            case MovedIn e -> add(c, e.to(), e.coins());
            case Noted e -> note(c, e.text());
        }
    }

    private static void add(Connection c, String account, long coins) throws SQLException {
        try (var s = c.prepareStatement("INSERT INTO balance VALUES (?, ?)"
                + " ON CONFLICT (account) DO UPDATE SET coins = balance.coins + excluded.coins")) {
            s.setString(1, account);
            s.setLong(2, coins);
            s.executeUpdate();
        }
    }

    private static void note(Connection c, String text) throws SQLException {
        try (var s = c.prepareStatement("INSERT INTO note VALUES (?)")) {
            s.setString(1, text);
            s.executeUpdate();
        }
    }
}
