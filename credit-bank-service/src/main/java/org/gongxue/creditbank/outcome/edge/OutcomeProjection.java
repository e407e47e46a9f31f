package org.gongxue.creditbank.outcome.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.gongxue.events.creditbank.RefusalReason;
import org.jspecify.annotations.Nullable;

/** Outcomes by learner. */
@Singleton
class OutcomeProjection implements Projection {

    private static final String INSERT = """
            INSERT INTO learning_outcome (outcome_id, learner_id, occupation_code, occupation_edition, occupation_name,
                level, issued_on, state, reasons, deposited_index)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', ?)
            """;
    private static final String JUDGE = """
            UPDATE learning_outcome SET state = ?, reasons = ?::jsonb, revoked_on = ?, revoked_reason = ?
            WHERE outcome_id = ?
            """;

    private final ObjectMapper json;

    OutcomeProjection(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "outcomes";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void reset(Connection c) throws SQLException {
        try (var truncate = c.createStatement()) {
            truncate.execute("TRUNCATE learning_outcome");
        }
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        try (var insert = c.prepareStatement(INSERT);
                var judge = c.prepareStatement(JUDGE)) {
            var inserts = 0;
            var judgments = 0;
            for (var recorded : events) {
                switch (recorded.event()) {
                    case OutcomeDeposited deposited -> inserts += add(insert, deposited, recorded.index());
                    case OutcomeRecognized recognized ->
                        judgments += add(judge, recognized.outcomeId(), OutcomeState.RECOGNIZED, List.of(), null, null);
                    case OutcomeRefused refused ->
                        judgments +=
                                add(judge, refused.outcomeId(), OutcomeState.REFUSED, refused.reasons(), null, null);
                    case OutcomeRevoked revoked ->
                        judgments += add(
                                judge,
                                revoked.outcomeId(),
                                OutcomeState.REVOKED,
                                List.of(),
                                revoked.on(),
                                revoked.reasonCode());
                    default -> {}
                }
            }
            // An outcome is deposited before it is judged, so all deposits may go first.
            if (inserts > 0) {
                insert.executeBatch();
            }
            if (judgments > 0) {
                judge.executeBatch();
            }
        }
    }

    private static int add(PreparedStatement insert, OutcomeDeposited deposited, long index) throws SQLException {
        insert.setString(1, deposited.outcomeId());
        insert.setString(2, deposited.learnerId());
        insert.setString(3, deposited.occupationCode());
        insert.setString(4, deposited.occupationEdition());
        insert.setString(5, deposited.occupationName());
        insert.setString(6, Objects.toString(deposited.level(), null));
        insert.setObject(7, deposited.issuedOn());
        insert.setString(8, OutcomeState.DEPOSITED.name());
        insert.setLong(9, index);
        insert.addBatch();
        return 1;
    }

    private int add(
            PreparedStatement judge,
            String outcomeId,
            OutcomeState state,
            List<RefusalReason> reasons,
            @Nullable LocalDate revokedOn,
            @Nullable String revokedReason)
            throws SQLException {
        judge.setString(1, state.name());
        judge.setString(2, text(reasons));
        judge.setObject(3, revokedOn);
        judge.setString(4, revokedReason);
        judge.setString(5, outcomeId);
        judge.addBatch();
        return 1;
    }

    private String text(List<RefusalReason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons are plain records", e);
        }
    }
}
