package org.gongxue.reward.ledger.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Roles;

/**
 * What the live service says of every fund and entitlement at one index, for an auditor to hold against a replay. One
 * repeatable-read transaction, so that the index and the values are of one moment; written as it is read.
 */
@Path("ledger/snapshot")
public class SnapshotResource {

    /** The replay process; its token's role suffices. */
    private static final String REPLAY = "service-account-replay";

    private static final int FETCH = 1_000;
    private static final String INDEX = "SELECT coalesce(max(index), 0) FROM log.event";
    private static final String FUNDS = """
            SELECT fund_id AS "fundId", name, year, source, -external_fen AS "appropriatedFen", held_fen AS "heldFen",
                payable_fen AS "payableFen", in_transit_fen AS "inTransitFen", paid_fen AS "paidFen",
                returned_fen AS "returnedFen", receivable_fen AS "receivableFen", available_fen AS "availableFen"
            FROM fund ORDER BY year, fund_id
            """;
    private static final String ENTITLEMENTS = """
            SELECT entitlement_id AS id, state, amount_fen AS "amountFen", policy_id AS "policyId",
                policy_version AS "policyVersion", learner_id AS "learnerId", fund_id AS "fundId"
            FROM entitlement ORDER BY opened_index
            """;

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Authority authority;
    private final Caller caller;

    SnapshotResource(DataSource dataSource, ObjectMapper json, Authority authority, Caller caller) {
        this.dataSource = dataSource;
        this.json = json;
        this.authority = authority;
        this.caller = caller;
    }

    /** {@code {"index":…,"funds":[…],"entitlements":[…]}}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @RolesAllowed(Roles.AUDITOR)
    public StreamingOutput snapshot() {
        if (!caller.username().equals(REPLAY)) {
            authority.requireEverywhere(StaffRole.AUDITOR);
        }
        return this::write;
    }

    private void write(OutputStream out) throws IOException {
        try (var c = dataSource.getConnection();
                var generator = json.createGenerator(out)) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            c.setReadOnly(true);
            generator.writeStartObject();
            generator.writeNumberField("index", index(c));
            writeRows(c, FUNDS, "funds", generator);
            writeRows(c, ENTITLEMENTS, "entitlements", generator);
            generator.writeEndObject();
            c.rollback();
        } catch (SQLException e) {
            throw new IOException("the ledger cannot be read", e);
        }
    }

    private static long index(Connection c) throws SQLException {
        try (var statement = c.prepareStatement(INDEX);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void writeRows(Connection c, String sql, String name, JsonGenerator generator)
            throws SQLException, IOException {
        generator.writeArrayFieldStart(name);
        try (var statement = c.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    writeRow(rows, generator);
                }
            }
        }
        generator.writeEndArray();
    }

    private static void writeRow(ResultSet rows, JsonGenerator generator) throws SQLException, IOException {
        var columns = rows.getMetaData();
        generator.writeStartObject();
        for (var i = 1; i <= columns.getColumnCount(); i++) {
            var value = rows.getObject(i);
            if (value instanceof Number number) {
                generator.writeNumberField(columns.getColumnLabel(i), number.longValue());
            } else if (value != null) {
                generator.writeStringField(columns.getColumnLabel(i), value.toString());
            }
        }
        generator.writeEndObject();
    }
}
