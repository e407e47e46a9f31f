package org.gongxue.creditbank.certificate.edge;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongxue.creditbank.certificate.CertificateNumber;

/**
 * Certificate numbers, outside the log and encrypted: events know only tokens. A number is kept before its deposit is
 * decided, so that no recognised outcome is without one; the number of a deposit that came to nothing is dropped.
 */
@Singleton
public class CertificateNumbers {

    private static final String TOKEN_KEY = "certificate-token";

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

    /** The token that stands for a number, in whatever spelling it comes. */
    public String token(String text) {
        return keys.token(CertificateNumber.normalized(text));
    }

    /** Keeps the number of an outcome. @return false when it was kept before, by the same request */
    public boolean keep(String outcomeId, String text) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO certificate_number (outcome_id, secret) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, outcomeId);
            insert.setBytes(2, keys.encrypt(CertificateNumber.normalized(text), outcomeId));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot keep a certificate number", e);
        }
    }

    /** Drops the number of a deposit that came to nothing. */
    public void drop(String outcomeId) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement("DELETE FROM certificate_number WHERE outcome_id = ?")) {
            delete.setString(1, outcomeId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop a certificate number", e);
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
