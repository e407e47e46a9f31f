package org.gongxue.creditbank.issuer.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.creditbank.IssuerRegistered;

/** Which codes are in the register. */
@Singleton
class IssuerProjection implements Projection {

    private static final String INSERT = "INSERT INTO issuer (issuer_code) VALUES (?) ON CONFLICT DO NOTHING";

    @Override
    public String name() {
        return "issuers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void reset(Connection c) throws SQLException {
        try (var truncate = c.createStatement()) {
            truncate.execute("TRUNCATE issuer");
        }
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        for (var recorded : events) {
            if (recorded.event() instanceof IssuerRegistered registered) {
                try (var insert = c.prepareStatement(INSERT)) {
                    insert.setString(1, registered.issuerCode());
                    insert.executeUpdate();
                }
            }
        }
    }
}
