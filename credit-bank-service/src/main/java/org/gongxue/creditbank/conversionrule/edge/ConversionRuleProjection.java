package org.gongxue.creditbank.conversionrule.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.creditbank.conversionrule.RuleState;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.creditbank.ConversionRuleProposed;
import org.gongxue.events.creditbank.ConversionRulePublished;

/** Every version of every conversion rule. */
@Singleton
class ConversionRuleProjection implements Projection {

    private static final String INSERT = """
            INSERT INTO conversion_rule_version (rule_id, rule_version, program_id, state, terms)
            VALUES (?, ?, ?, ?, ?::jsonb)
            """;
    private static final String PUBLISH =
            "UPDATE conversion_rule_version SET state = ? WHERE rule_id = ? AND rule_version = ?";

    private final ObjectMapper json;

    ConversionRuleProjection(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "conversion-rules";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("conversion_rule_version");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        for (var recorded : events) {
            switch (recorded.event()) {
                case ConversionRuleProposed proposed -> insert(c, proposed);
                case ConversionRulePublished published -> publish(c, published);
                default -> {}
            }
        }
    }

    private void insert(Connection c, ConversionRuleProposed proposed) throws SQLException {
        try (var insert = c.prepareStatement(INSERT)) {
            insert.setString(1, proposed.ruleId());
            insert.setInt(2, proposed.ruleVersion());
            insert.setString(3, proposed.terms().programId());
            insert.setString(4, RuleState.PROPOSED.name());
            insert.setString(5, json.writeValueAsString(proposed.terms()));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Terms are plain records", e);
        }
    }

    private static void publish(Connection c, ConversionRulePublished published) throws SQLException {
        try (var update = c.prepareStatement(PUBLISH)) {
            update.setString(1, RuleState.PUBLISHED.name());
            update.setString(2, published.ruleId());
            update.setInt(3, published.ruleVersion());
            update.executeUpdate();
        }
    }
}
