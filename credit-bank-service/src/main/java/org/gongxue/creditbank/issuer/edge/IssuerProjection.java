package org.gongxue.creditbank.issuer.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.creditbank.IssuerConfirmed;
import org.gongxue.events.creditbank.IssuerProposed;
import org.gongxue.events.creditbank.IssuerRegistered;
import org.gongxue.events.creditbank.IssuerRejected;

/** Which codes are in the register, and for which an entry is proposed. */
@Singleton
class IssuerProjection implements Projection {

    private static final String REGISTERED = """
            INSERT INTO issuer (issuer_code, registered, proposed) VALUES (?, true, false)
            ON CONFLICT (issuer_code) DO UPDATE SET registered = true
            """;
    private static final String PROPOSED = """
            INSERT INTO issuer (issuer_code, registered, proposed) VALUES (?, false, true)
            ON CONFLICT (issuer_code) DO UPDATE SET proposed = true
            """;
    private static final String SETTLED = "UPDATE issuer SET proposed = false WHERE issuer_code = ?";

    @Override
    public String name() {
        return "issuers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("issuer");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        for (var recorded : events) {
            switch (recorded.event()) {
                case IssuerRegistered registered -> write(c, REGISTERED, registered.issuerCode());
                case IssuerProposed proposed -> write(c, PROPOSED, proposed.issuerCode());
                case IssuerConfirmed confirmed -> write(c, SETTLED, confirmed.issuerCode());
                case IssuerRejected rejected -> write(c, SETTLED, rejected.issuerCode());
                default -> {}
            }
        }
    }

    private static void write(Connection c, String sql, String issuerCode) throws SQLException {
        try (var statement = c.prepareStatement(sql)) {
            statement.setString(1, issuerCode);
            statement.executeUpdate();
        }
    }
}
