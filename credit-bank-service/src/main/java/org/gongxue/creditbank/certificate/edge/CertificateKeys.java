package org.gongxue.creditbank.certificate.edge;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongxue.eventlog.KeyFiles;

/**
 * The two keys of certificate numbers: one makes the token that stands in events, the other encrypts the number for
 * those who may see it. Both lie in the directory of {@code gongxue.keys}; losing the first would let a certificate
 * count twice, so {@link CertificateNumbers} refuses to start with another one.
 */
@Singleton
class CertificateKeys {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec tokenKey;
    private final Aead aead;

    CertificateKeys(@ConfigProperty(name = "gongxue.keys") Path directory) {
        try {
            AeadConfig.register();
            var token = KeyFiles.readOrCreate(directory.resolve("certificate-token.key"), CertificateKeys::newTokenKey);
            tokenKey = new SecretKeySpec(Base64.getDecoder().decode(token), HMAC);
            var keyset =
                    KeyFiles.readOrCreate(directory.resolve("certificate-number.json"), CertificateKeys::newKeyset);
            aead = TinkJsonProtoKeysetFormat.parseKeyset(
                            new String(keyset, StandardCharsets.UTF_8), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot use the certificate keys in " + directory, e);
        }
    }

    /** The token of a normalized number: HMAC-SHA-256, base64url, 43 characters. */
    String token(String number) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(tokenKey);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(("certificate/" + number).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }

    /** A number encrypted for one outcome; it cannot be read under another. */
    byte[] encrypt(String number, String outcomeId) {
        try {
            return aead.encrypt(number.getBytes(StandardCharsets.UTF_8), outcomeId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    /** The number encrypted for an outcome. */
    String decrypt(byte[] secret, String outcomeId) {
        try {
            return new String(aead.decrypt(secret, outcomeId.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The number of outcome " + outcomeId + " does not fit this key", e);
        }
    }

    private static byte[] newTokenKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encode(key);
    }

    private static byte[] newKeyset() {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a keyset", e);
        }
    }
}
