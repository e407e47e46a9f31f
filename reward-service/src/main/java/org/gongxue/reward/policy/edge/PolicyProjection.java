package org.gongxue.reward.policy.edge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.reward.PolicyProposed;
import org.gongxue.events.reward.PolicyPublished;
import org.gongxue.reward.policy.PolicyReader;

/** Policy versions, drafts included. */
@Singleton
class PolicyProjection implements Projection {

    private static final String PROPOSE = """
            INSERT INTO policy_version (policy_id, policy_version, name, state, source_event, valid_from, valid_until,
                document, digest, proposed_by)
            VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?)
            ON CONFLICT (policy_id, policy_version) DO UPDATE SET name = excluded.name,
                source_event = excluded.source_event, valid_from = excluded.valid_from,
                valid_until = excluded.valid_until, document = excluded.document, digest = excluded.digest,
                proposed_by = excluded.proposed_by
            """;
    private static final String PUBLISH = """
            UPDATE policy_version SET state = 'published', published_by = ? WHERE policy_id = ? AND policy_version = ?
            """;

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("policy_version");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var propose = c.prepareStatement(PROPOSE);
                var publish = c.prepareStatement(PUBLISH)) {
            for (var recorded : events) {
                switch (recorded.event()) {
                    case PolicyProposed e -> propose(propose, e);
                    case PolicyPublished e -> {
                        publish.setString(1, e.publishedBy());
                        publish.setString(2, e.policyId());
                        publish.setInt(3, e.policyVersion());
                        publish.executeUpdate();
                    }
                    default -> {}
                }
            }
        }
    }

    private static void propose(PreparedStatement insert, PolicyProposed e) throws SQLException {
        var policy = PolicyReader.read(e.document());
        insert.setString(1, e.policyId());
        insert.setInt(2, e.policyVersion());
        insert.setString(3, policy.name());
        insert.setString(4, policy.source());
        insert.setObject(5, policy.validity().from());
        insert.setObject(6, policy.validity().until());
        insert.setString(7, e.document());
        insert.setString(8, e.digest());
        insert.setString(9, e.proposedBy());
        insert.executeUpdate();
    }
}
