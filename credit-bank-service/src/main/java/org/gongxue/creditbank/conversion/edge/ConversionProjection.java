package org.gongxue.creditbank.conversion.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.gongxue.creditbank.conversion.ConversionState;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.creditbank.ConversionRefused;
import org.gongxue.events.creditbank.ConversionReversed;
import org.gongxue.events.creditbank.CreditsConverted;
import org.gongxue.events.creditbank.RefusalReason;

/** Conversions by learner. */
@Singleton
class ConversionProjection implements Projection {

    private static final String INSERT = """
            INSERT INTO credit_conversion (conversion_id, learner_id, outcome_id, enrollment_id, rule_id, rule_version,
                courses, credits, state, reasons, asked_index)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?)
            """;
    private static final String REVERSE =
            "UPDATE credit_conversion SET state = ?, reasons = ?::jsonb WHERE conversion_id = ?";

    private final ObjectMapper json;

    ConversionProjection(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "conversions";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("credit_conversion");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var insert = c.prepareStatement(INSERT);
                var reverse = c.prepareStatement(REVERSE)) {
            for (var recorded : events) {
                switch (recorded.event()) {
                    case CreditsConverted converted -> insert(insert, converted, recorded.index());
                    case ConversionRefused refused -> insert(insert, refused, recorded.index());
                    case ConversionReversed reversed -> {
                        reverse.setString(1, ConversionState.REVERSED.name());
                        reverse.setString(2, text(List.of(why(reversed))));
                        reverse.setString(3, reversed.conversionId());
                        reverse.executeUpdate();
                    }
                    default -> {}
                }
            }
        }
    }

    private void insert(PreparedStatement insert, CreditsConverted converted, long index) throws SQLException {
        insert.setString(1, converted.conversionId());
        insert.setString(2, converted.learnerId());
        insert.setString(3, converted.outcomeId());
        insert.setString(4, converted.enrollmentId());
        insert.setString(5, converted.ruleId());
        insert.setInt(6, converted.ruleVersion());
        insert.setString(7, text(converted.courses()));
        insert.setInt(8, converted.credits());
        insert.setString(9, ConversionState.CONVERTED.name());
        insert.setString(10, "[]");
        insert.setLong(11, index);
        insert.executeUpdate();
    }

    private void insert(PreparedStatement insert, ConversionRefused refused, long index) throws SQLException {
        insert.setString(1, refused.conversionId());
        insert.setString(2, refused.learnerId());
        insert.setString(3, refused.outcomeId());
        insert.setString(4, refused.enrollmentId());
        insert.setNull(5, Types.VARCHAR);
        insert.setNull(6, Types.INTEGER);
        insert.setString(7, "[]");
        insert.setInt(8, 0);
        insert.setString(9, ConversionState.REFUSED.name());
        insert.setString(10, text(refused.reasons()));
        insert.setLong(11, index);
        insert.executeUpdate();
    }

    private static RefusalReason why(ConversionReversed reversed) {
        return RefusalReason.citing(reversed.outcomeId(), reversed.reasonCode(), "outcomeId", null);
    }

    private String text(List<?> records) {
        try {
            return json.writeValueAsString(records);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Courses and reasons are plain records", e);
        }
    }
}
