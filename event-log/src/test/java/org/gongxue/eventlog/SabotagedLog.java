package org.gongxue.eventlog;

import java.util.List;
import javax.sql.DataSource;
import org.gongxue.eventlog.kit.LogUnderTest;
import org.gongxue.eventlog.kit.PostgresLog;
import org.gongxue.eventlog.toy.Toy;

/** The log on PostgreSQL, broken in one way as soon as its tables are there. */
final class SabotagedLog implements LogUnderTest {
    private final Sabotage sabotage;
    private final DataSource database;
    private final PostgresLog whole;
    private final PostgresLog broken;
    private boolean vandalized;

    /** An empty log. */
    SabotagedLog(Sabotage sabotage) {
        this.sabotage = sabotage;
        this.database = sabotage.database();
        this.whole = PostgresLog.emptied(database);
        this.broken = new PostgresLog(
                database, sabotage.wire(database), sabotage.domain(new Toy("toy")), LogConfig.of("toy"));
    }

    @Override
    public Instance open() {
        if (!vandalized) {
            whole.open().close();
            ToyLog.sql(database, sabotage.vandalism().toArray(String[]::new));
            vandalized = true;
        }
        return sabotage.instance(broken.open(), database);
    }

    @Override
    public List<Envelope> events() {
        return whole.events();
    }

    @Override
    public Books books() {
        return whole.books();
    }

    @Override
    public List<Long> parked(String source) {
        return whole.parked(source);
    }

    @Override
    public void together(Runnable handingIn) {
        whole.together(handingIn);
    }

    @Override
    public void close() {
        whole.close();
    }
}
