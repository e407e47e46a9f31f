package org.gongxue.eventlog.kit;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The log on PostgreSQL passes the suite, however many instances share it. */
class PostgresLogTest {

    @Nested
    class WithOneInstance extends OnPostgres {
        WithOneInstance() {
            super(1);
        }
    }

    @Nested
    class WithTwoInstances extends OnPostgres {
        WithTwoInstances() {
            super(2);
        }
    }

    @Nested
    class WithThreeInstances extends OnPostgres {
        WithThreeInstances() {
            super(3);
        }
    }

    private abstract static class OnPostgres extends LogSuite {
        private static final DataSource DATABASE = PostgresLog.freshDatabase();

        OnPostgres(int instances) {
            super(instances);
        }

        @Override
        protected LogUnderTest store() {
            return PostgresLog.emptied(DATABASE);
        }
    }
}
