package org.gongxue.enrollment.vault.edge;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.gongxue.enrollment.edge.ReadModelJson;

/**
 * Identity data, encrypted per learner. A profile is kept before the learner's registration is decided, so that no
 * registered learner is without one; what belongs to nobody who was registered is dropped again.
 */
@Singleton
public class Vault {

    private static final TypeReference<Profile> PROFILE = new TypeReference<>() {};
    private static final TypeReference<Payee> PAYEE = new TypeReference<>() {};
    private static final String KEEP_UNREGISTERED = """
            INSERT INTO vault_profile AS v (learner_id, id_index, phone_index, secret) VALUES (?, ?, ?, ?)
            ON CONFLICT (learner_id) DO UPDATE SET phone_index = excluded.phone_index, secret = excluded.secret
            WHERE NOT EXISTS (SELECT 1 FROM learner l WHERE l.learner_id = v.learner_id)
            """;
    private static final String KEEP_REGISTERED = """
            INSERT INTO vault_profile (learner_id, id_index, phone_index, secret) VALUES (?, ?, ?, ?)
            ON CONFLICT (learner_id) DO UPDATE SET phone_index = excluded.phone_index, secret = excluded.secret
            """;
    private static final String DROP_UNREGISTERED = """
            DELETE FROM vault_profile v WHERE v.learner_id = ?
            AND NOT EXISTS (SELECT 1 FROM learner l WHERE l.learner_id = v.learner_id)
            """;
    private static final String KEEP_PAYEE =
            "INSERT INTO vault_payee (learner_id, account_token, secret) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String PAYEES = """
            SELECT p.learner_id, p.secret FROM vault_payee p JOIN learner l USING (learner_id, account_token)
            WHERE p.learner_id = ANY (?)
            """;
    private static final String PAYEES_BY_VERSION = """
            SELECT p.learner_id, p.secret, a.version
            FROM vault_payee p JOIN learner_account a USING (learner_id, account_token)
            WHERE p.learner_id = ANY (?)
            """;
    private static final String LOG =
            "INSERT INTO vault_access (actor, purpose, context, learner_id, part) VALUES (?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final VaultKeys keys;

    Vault(DataSource dataSource, VaultKeys keys) {
        this.dataSource = dataSource;
        this.keys = keys;
    }

    /** Keeps profiles of people about to be registered; a registered learner's stays as it is. */
    public void keepBeforeRegistration(Map<String, Profile> profiles) {
        keep(KEEP_UNREGISTERED, profiles);
    }

    /** Keeps profiles of those whom this very request registered. */
    public void keepRegistered(Map<String, Profile> profiles) {
        keep(KEEP_REGISTERED, profiles);
    }

    private void keep(String sql, Map<String, Profile> profiles) {
        inTransaction(sql, statement -> {
            for (var entry : profiles.entrySet()) {
                var profile = entry.getValue();
                statement.setString(1, entry.getKey());
                statement.setString(2, keys.idIndex(profile.idNumber()));
                statement.setString(3, keys.phoneIndex(profile.phone()));
                statement.setBytes(4, keys.sealProfile(json(profile), entry.getKey()));
                statement.addBatch();
            }
            statement.executeBatch();
        });
    }

    /** Drops profiles of people whose registration came to nothing. */
    public void dropUnregistered(Collection<String> learnerIds) {
        inTransaction(DROP_UNREGISTERED, statement -> {
            for (var learnerId : learnerIds) {
                statement.setString(1, learnerId);
                statement.addBatch();
            }
            statement.executeBatch();
        });
    }

    /** Whether a learner's kept phone is this one (normalized). */
    public boolean hasPhone(String learnerId, String phone) {
        return find(
                        "SELECT phone_index FROM vault_profile WHERE learner_id = ANY (?)",
                        Set.of(learnerId),
                        row -> row.getString(1))
                .stream()
                .anyMatch(keys.phoneIndex(phone)::equals);
    }

    /** The profile shown to the learner himself; not logged. */
    public Optional<Profile> own(String learnerId) {
        return Optional.ofNullable(profiles(Set.of(learnerId)).get(learnerId));
    }

    /** Profiles for staff; every look is logged before it is granted. */
    public Map<String, Profile> profiles(Collection<String> learnerIds, Access access) {
        log(learnerIds, access, "profile");
        return profiles(learnerIds);
    }

    /** The learner of an ID number, for staff; logged when there is one. */
    public Optional<String> learnerByIdNumber(String idNumber, Access access) {
        var known = find(
                "SELECT learner_id FROM vault_profile WHERE id_index = ANY (?)",
                Set.of(keys.idIndex(idNumber)),
                row -> row.getString(1));
        log(known, access, "lookup");
        return known.stream().findFirst();
    }

    /** Keeps own bank cards by learner id. */
    public void keepPayees(Map<String, Payee> payees) {
        inTransaction(KEEP_PAYEE, statement -> {
            for (var entry : payees.entrySet()) {
                var payee = entry.getValue();
                statement.setString(1, entry.getKey());
                statement.setString(2, keys.accountToken(payee));
                statement.setBytes(3, keys.sealVoucher(json(payee), entry.getKey()));
                statement.addBatch();
            }
            statement.executeBatch();
        });
    }

    /** The present card shown to the learner himself; not logged. */
    public Optional<Payee> ownPayee(String learnerId) {
        return Optional.ofNullable(payees(Set.of(learnerId)).get(learnerId));
    }

    /** The present cards of learners, for payment; every look is logged before it is granted. */
    public Map<String, Payee> payees(Collection<String> learnerIds, Access access) {
        log(learnerIds, access, "payee");
        return payees(learnerIds);
    }

    /** These cards, whether they are the present ones or not, for payment; logged as {@link #payees} is. */
    public Map<CardVersion, Payee> payeesByVersion(Set<CardVersion> wanted, Access access) {
        var learnerIds = wanted.stream().map(CardVersion::learnerId).collect(Collectors.toSet());
        log(learnerIds, access, "payee");
        return find(
                        PAYEES_BY_VERSION,
                        learnerIds,
                        row -> Map.entry(new CardVersion(row.getString(1), row.getInt(3)), Sealed.of(row)))
                .stream()
                .filter(card -> wanted.contains(card.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, card -> payee(card.getValue())));
    }

    private Map<String, Profile> profiles(Collection<String> learnerIds) {
        return find("SELECT learner_id, secret FROM vault_profile WHERE learner_id = ANY (?)", learnerIds, Sealed::of)
                .stream()
                .collect(Collectors.toMap(
                        Sealed::learnerId, s -> read(keys.openProfile(s.secret(), s.learnerId()), PROFILE)));
    }

    /** A row of the vault as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    private record Sealed(String learnerId, byte[] secret) {

        private static Sealed of(ResultSet row) throws SQLException {
            return new Sealed(row.getString(1), row.getBytes(2));
        }
    }

    private Map<String, Payee> payees(Collection<String> learnerIds) {
        return find(PAYEES, learnerIds, Sealed::of).stream().collect(Collectors.toMap(Sealed::learnerId, this::payee));
    }

    private Payee payee(Sealed s) {
        return read(keys.openVoucher(s.secret(), s.learnerId()), PAYEE);
    }

    private void log(Collection<String> learnerIds, Access access, String part) {
        inTransaction(LOG, statement -> {
            for (var learnerId : learnerIds) {
                statement.setString(1, access.actor());
                statement.setString(2, access.purpose());
                statement.setString(3, access.context());
                statement.setString(4, learnerId);
                statement.setString(5, part);
                statement.addBatch();
            }
            statement.executeBatch();
        });
    }

    private interface Use {
        void of(PreparedStatement statement) throws SQLException;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private void inTransaction(String sql, Use use) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            try {
                use.of(statement);
                connection.commit();
            } finally {
                rollBackAndReturn(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The vault cannot be written", e);
        }
    }

    private static void rollBackAndReturn(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private <T> List<T> find(String sql, Collection<String> values, RowReader<T> reader) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", values.toArray()));
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The vault cannot be read", e);
        }
    }

    private static byte[] json(Object value) {
        return ReadModelJson.write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T read(byte[] json, TypeReference<T> type) {
        return ReadModelJson.read(new String(json, StandardCharsets.UTF_8), type);
    }
}
