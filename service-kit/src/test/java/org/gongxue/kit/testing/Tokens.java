package org.gongxue.kit.testing;

import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Access tokens as the identity provider would give them, signed with a key made for this test run. */
public final class Tokens {

    // System properties, not fields: Quarkus loads test classes more than once.
    private static final String PRIVATE_KEY = "gongxue.testing.private-key";
    private static final String PUBLIC_KEY = "gongxue.testing.public-key";

    private Tokens() {}

    /** The subject of a user name: the same in every run. */
    public static String subject(String username) {
        return UUID.nameUUIDFromBytes(("gongxue-sample/" + username).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A token for a user with realm roles. */
    public static String of(String username, String... roles) {
        return Jwt.claims()
                .subject(subject(username))
                .claim("preferred_username", username)
                .claim("name", username + "（样例）")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(3600)
                .sign(privateKey());
    }

    /** The public half, as {@code quarkus.oidc.public-key} wants it. */
    static synchronized String publicKey() {
        if (System.getProperty(PUBLIC_KEY) == null) {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                var pair = generator.generateKeyPair();
                System.setProperty(PRIVATE_KEY, encode(pair.getPrivate().getEncoded()));
                System.setProperty(PUBLIC_KEY, encode(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has RSA", e);
            }
        }
        return System.getProperty(PUBLIC_KEY);
    }

    private static PrivateKey privateKey() {
        publicKey();
        try {
            var bytes = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key made above", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
