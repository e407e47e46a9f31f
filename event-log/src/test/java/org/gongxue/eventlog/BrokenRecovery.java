package org.gongxue.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongxue.eventlog.toy.Balances;

/** How a recovery could be wrong. */
enum BrokenRecovery {
    FORGETS_THE_INBOX,
    FORGETS_WHAT_WAS_PARKED,
    FORGETS_THE_OUTCOMES,
    FORGETS_THE_COMPARISON;

    Recovery of(LogConfig config, DataSource database, Rules<?> rules, KafkaConfig kafka) {
        return new Recovery(config, database, rules, List.of(new Balances(1)), kafka) {
            @Override
            void compare(Envelope ours, Envelope published) {
                if (BrokenRecovery.this != FORGETS_THE_COMPARISON) {
                    super.compare(ours, published);
                }
            }

            @Override
            void moveInbox(Connection c, Map<String, Long> next) throws SQLException {
                if (BrokenRecovery.this != FORGETS_THE_INBOX) {
                    super.moveInbox(c, next);
                }
            }

            @Override
            void park(Connection c, List<Recorded> events) throws SQLException {
                if (BrokenRecovery.this != FORGETS_WHAT_WAS_PARKED) {
                    super.park(c, events);
                }
            }

            @Override
            List<OutcomeRows.Stored> outcomes(List<Recorded> events) {
                return BrokenRecovery.this == FORGETS_THE_OUTCOMES ? List.of() : super.outcomes(events);
            }
        };
    }
}
