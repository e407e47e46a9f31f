package org.gongxue.creditbank.certificate.edge;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.gongxue.kit.boot.OutsideTheLog;

/**
 * Certificate numbers, outside the log and encrypted: events know only tokens. A number is kept before its deposit is
 * decided, so that no recognised outcome is without one; the number of a deposit that came to nothing is dropped.
 */
@Singleton
public class CertificateNumbers {

    private static final String TOKEN_KEY = "certificate-token";
    private static final String KEEP = """
            INSERT INTO certificate_number (outcome_id, secret) SELECT * FROM unnest(?::text[], ?::bytea[])
            ON CONFLICT DO NOTHING RETURNING outcome_id
            """;

    private final CertificateKeys keys;
    private final DataSource dataSource;

    CertificateNumbers(CertificateKeys keys, DataSource dataSource) {
        this.keys = keys;
        this.dataSource = dataSource;
    }

    /** Tokens must stay comparable with those in the log: another key than before is refused at start. */
    void checkKey(@Observes StartupEvent event) throws SQLException {
        var fingerprint = keys.token("fingerprint of this key");
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO key_fingerprint (name, fingerprint) VALUES (?, ?) ON CONFLICT (name) DO NOTHING");
                var select = connection.prepareStatement("SELECT fingerprint FROM key_fingerprint WHERE name = ?")) {
            insert.setString(1, TOKEN_KEY);
            insert.setString(2, fingerprint);
            insert.executeUpdate();
            select.setString(1, TOKEN_KEY);
            try (var row = select.executeQuery()) {
                if (row.next() && !fingerprint.equals(row.getString(1))) {
                    throw new IllegalStateException(
                            "The key file certificate-token.key is not the one this database was filled with; put the"
                                    + " old one back into the directory named by GONGXUE_KEYS");
                }
            }
        }
    }

    /** For a recovery to say which are missing. */
    @Produces
    @Singleton
    OutsideTheLog outsideTheLog() {
        return new OutsideTheLog("certificate numbers, by outcome", """
                SELECT o.outcome_id FROM learning_outcome o WHERE o.state <> 'REFUSED'
                AND NOT EXISTS (SELECT 1 FROM certificate_number n WHERE n.outcome_id = o.outcome_id) ORDER BY 1""");
    }

    /** The token of a skill certificate by its normalized number, which is nobody else's. */
    public String certificateToken(String number) {
        return keys.token(number);
    }

    /** The token of another document by its normalized number: two bodies may have given the same one. */
    public String documentToken(String issuerCode, String number) {
        return keys.token(issuerCode + "/" + number);
    }

    /**
     * Keeps normalized numbers by outcome.
     *
     * @return the outcomes whose number was not kept before, by the same request
     */
    public Set<String> keep(Map<String, String> numbers) {
        var outcomeIds = numbers.keySet().toArray(String[]::new);
        var secrets = Arrays.stream(outcomeIds)
                .map(id -> keys.encrypt(String.valueOf(numbers.get(id)), id))
                .toArray(byte[][]::new);
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(KEEP)) {
            insert.setArray(1, connection.createArrayOf("text", outcomeIds));
            insert.setArray(2, connection.createArrayOf("bytea", secrets));
            try (var row = insert.executeQuery()) {
                var kept = new HashSet<String>();
                while (row.next()) {
                    kept.add(row.getString(1));
                }
                return kept;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot keep certificate numbers", e);
        }
    }

    /** Drops the numbers of deposits that came to nothing. */
    public void drop(Collection<String> outcomeIds) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement("DELETE FROM certificate_number WHERE outcome_id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("text", outcomeIds.toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop certificate numbers", e);
        }
    }

    /** The number of an outcome, for one who may see it. */
    public Optional<String> reveal(String outcomeId) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement("SELECT secret FROM certificate_number WHERE outcome_id = ?")) {
            select.setString(1, outcomeId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(keys.decrypt(row.getBytes(1), outcomeId)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read a certificate number", e);
        }
    }
}
