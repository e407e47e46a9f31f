package org.gongxue.enrollment.vault.edge;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of the vault: <em>profile</em> (identity, erasable), <em>voucher</em> (payee, kept as accounting law asks),
 * <em>index</em> (search inside the vault) and <em>token</em> (what events know people by). All that is encrypted is
 * bound to its owner, and cannot be read under another.
 */
@Singleton
public class VaultKeys {

    private static final int DIGEST_BYTES = 20;

    private final Aead profile;
    private final Aead voucher;
    private final PrfSet index;
    private final PrfSet token;
    private final DataSource dataSource;

    VaultKeys(@ConfigProperty(name = "gongxue.vault.keys") Path folder, DataSource dataSource) {
        this.dataSource = dataSource;
        try {
            AeadConfig.register();
            PrfConfig.register();
            var keys = new KeyFolder(folder.toAbsolutePath());
            profile = aead(keys, "profile.json");
            voucher = aead(keys, "voucher.json");
            index = prf(keys, "index.json");
            token = prf(keys, "token.json");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Cannot use the vault keys in " + folder, e);
        }
    }

    private static Aead aead(KeyFolder keys, String name) throws GeneralSecurityException, IOException {
        return keys.keyset(name, PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static PrfSet prf(KeyFolder keys, String name) throws GeneralSecurityException, IOException {
        return keys.keyset(name, PredefinedPrfParameters.HMAC_SHA256_PRF)
                .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    /** Tokens stand in the log for good: a database filled under other keys is refused at start. */
    void mustFitTheDatabase(@Observes StartupEvent event) throws SQLException {
        fits("token", digest(token, "fingerprint", ""));
        fits("index", digest(index, "fingerprint", ""));
    }

    private void fits(String name, String fingerprint) throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO key_fingerprint (name, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING");
                var select = connection.prepareStatement("SELECT fingerprint FROM key_fingerprint WHERE name = ?")) {
            insert.setString(1, name);
            insert.setString(2, fingerprint);
            insert.executeUpdate();
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                if (!row.next() || !row.getString(1).equals(fingerprint)) {
                    throw new IllegalStateException("The keyset " + name + ".json is not the one this database was"
                            + " filled under; put the old one back into the folder of GONGXUE_VAULT_KEYS");
                }
            }
        }
    }

    /** What events know a person by: a keyed digest of the normalized ID number. */
    public String identityToken(String idNumber) {
        return digest(token, "identity", idNumber);
    }

    /** The learner id of a person: one person is one learner, whoever registers them. */
    public String learnerId(String idNumber) {
        return "L-" + digest(token, "learner", idNumber).substring(0, 20);
    }

    /** What events know a bank account by; the same card at a corrected bank is another account. */
    public String accountToken(Payee payee) {
        return digest(token, "account", String.join("\n", payee.accountNumber(), payee.bankCode(), payee.bankName()));
    }

    /** What events know a diploma by. */
    public String diplomaToken(String diplomaNumber) {
        return digest(token, "diploma", diplomaNumber);
    }

    /** What a request said of a person, so that a repeated request with another content is noticed. */
    public String requestToken(String content) {
        return digest(token, "request", content);
    }

    /** The blind index of an ID number. */
    String idIndex(String idNumber) {
        return digest(index, "id", idNumber);
    }

    /** The blind index of a phone number. */
    String phoneIndex(String phone) {
        return digest(index, "phone", phone);
    }

    /** Encrypts identity data of an owner: a learner, or a file with identity data in it. */
    public byte[] sealProfile(byte[] data, String owner) {
        return seal(profile, data, owner);
    }

    /** Identity data of an owner. */
    public byte[] openProfile(byte[] secret, String owner) {
        return open(profile, secret, owner);
    }

    byte[] sealVoucher(byte[] data, String learnerId) {
        return seal(voucher, data, learnerId);
    }

    byte[] openVoucher(byte[] secret, String learnerId) {
        return open(voucher, secret, learnerId);
    }

    private static byte[] seal(Aead key, byte[] data, String owner) {
        try {
            return key.encrypt(data, owner.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    private static byte[] open(Aead key, byte[] secret, String owner) {
        try {
            return key.decrypt(secret, owner.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is kept of " + owner + " does not fit the key", e);
        }
    }

    private static String digest(PrfSet key, String purpose, String value) {
        try {
            var input = (purpose + "\u0000" + value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(key.computePrimary(input, DIGEST_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a keyed digest", e);
        }
    }
}
