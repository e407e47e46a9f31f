package org.gongxue.creditbank.outcome.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gongxue.creditbank.outcome.OutcomeState;
import org.gongxue.creditbank.outcome.edge.OutcomeRow.Judgement;
import org.gongxue.creditbank.outcome.edge.OutcomeRow.Revocation;
import org.gongxue.eventlog.Projection;
import org.gongxue.eventlog.Recorded;
import org.gongxue.events.creditbank.OutcomeDeposited;
import org.gongxue.events.creditbank.OutcomeRecognized;
import org.gongxue.events.creditbank.OutcomeRefused;
import org.gongxue.events.creditbank.OutcomeRevocationProposed;
import org.gongxue.events.creditbank.OutcomeRevocationRejected;
import org.gongxue.events.creditbank.OutcomeRevoked;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes by learner. A deposit is judged in the decision that records it, so a row is mostly written once, as judged,
 * and all rows of a commit in one statement.
 */
@Singleton
class OutcomeProjection implements Projection {

    private static final String INSERT = """
            INSERT INTO learning_outcome (outcome_id, learner_id, kind, issuer_code, occupation_code,
                occupation_edition, occupation_name, level, qualification, contest, issued_on, route, deposited_on,
                deposited_index, state, reasons, revocation_on, revocation_reason, revocation_proposed_by)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::jsonb[], ?::date[], ?::text[], ?::date[], ?::bigint[], ?::text[], ?::jsonb[],
                ?::date[], ?::text[], ?::text[])
            """;
    private static final String JUDGE = """
            UPDATE learning_outcome SET state = ?, reasons = ?::jsonb, revocation_on = ?, revocation_reason = ?,
                revocation_proposed_by = ?
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
    public List<String> tables() {
        return List.of("learning_outcome");
    }

    @Override
    public void apply(Connection c, List<Recorded> events) throws SQLException {
        var rows = new LinkedHashMap<String, OutcomeRow>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case OutcomeDeposited deposited ->
                    rows.put(deposited.outcomeId(), OutcomeRow.of(deposited, recorded.index()));
                case OutcomeRecognized recognized ->
                    judge(c, rows, Judgement.of(recognized.outcomeId(), OutcomeState.RECOGNIZED));
                case OutcomeRefused refused ->
                    judge(c, rows, new Judgement(refused.outcomeId(), OutcomeState.REFUSED, refused.reasons(), null));
                case OutcomeRevocationProposed proposed ->
                    judge(
                            c,
                            rows,
                            Judgement.of(proposed.outcomeId(), OutcomeState.RECOGNIZED)
                                    .with(new Revocation(proposed.on(), proposed.reasonCode(), proposed.proposedBy())));
                case OutcomeRevocationRejected rejected ->
                    judge(c, rows, Judgement.of(rejected.outcomeId(), OutcomeState.RECOGNIZED));
                case OutcomeRevoked revoked ->
                    judge(
                            c,
                            rows,
                            Judgement.of(revoked.outcomeId(), OutcomeState.REVOKED)
                                    .with(new Revocation(revoked.on(), revoked.reasonCode(), null)));
                default -> {}
            }
        }
        if (!rows.isEmpty()) {
            insert(c, rows.values());
        }
    }

    private void judge(Connection c, Map<String, OutcomeRow> rows, Judgement judgement) throws SQLException {
        if (rows.computeIfPresent(judgement.outcomeId(), (_, row) -> row.judged(judgement)) != null) {
            return;
        }
        var revocation = judgement.revocation();
        try (var judge = c.prepareStatement(JUDGE)) {
            judge.setString(1, judgement.state().name());
            judge.setString(2, text(judgement.reasons()));
            judge.setObject(3, revocation == null ? null : revocation.on());
            judge.setString(4, revocation == null ? null : revocation.reasonCode());
            judge.setString(5, revocation == null ? null : revocation.proposedBy());
            judge.setString(6, judgement.outcomeId());
            judge.executeUpdate();
        }
    }

    private void insert(Connection c, Collection<OutcomeRow> rows) throws SQLException {
        var columns = List.<Function<OutcomeRow, @Nullable Object>>of(
                row -> row.deposited().outcomeId(),
                row -> row.deposited().learnerId(),
                row -> row.deposited().kind(),
                row -> row.deposited().issuerCode(),
                row -> row.deposited().occupationCode(),
                row -> row.deposited().occupationEdition(),
                row -> row.deposited().occupationName(),
                row -> row.deposited().level(),
                row -> row.deposited().qualification(),
                row -> row.deposited().contest() == null
                        ? null
                        : text(row.deposited().contest()),
                row -> row.deposited().issuedOn(),
                row -> row.deposited().route(),
                row -> row.deposited().depositedOn(),
                OutcomeRow::index,
                row -> row.judgement().state(),
                row -> text(row.judgement().reasons()),
                row -> part(row, Revocation::on),
                row -> part(row, Revocation::reasonCode),
                row -> part(row, Revocation::proposedBy));
        try (var insert = c.prepareStatement(INSERT)) {
            var parameter = 1;
            for (var column : columns) {
                var values = rows.stream()
                        .map(row -> Objects.toString(column.apply(row), null))
                        .toArray();
                insert.setArray(parameter++, c.createArrayOf("text", values));
            }
            insert.executeUpdate();
        }
    }

    private static @Nullable Object part(OutcomeRow row, Function<Revocation, @Nullable Object> part) {
        var revocation = row.judgement().revocation();
        return revocation == null ? null : part.apply(revocation);
    }

    private String text(Object records) {
        try {
            return json.writeValueAsString(records);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons and placings are plain records", e);
        }
    }
}
