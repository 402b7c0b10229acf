package io.stockroom.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret text that is known by its SHA-256 only. It is never shown. */
final class Secret {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] hash;

    private Secret(byte[] hash) {
        this.hash = hash;
    }

    static Secret of(String text) {
        return new Secret(sha256(text.getBytes(UTF_8)));
    }

    /** Returns a secret that differs if any of the secrets does. */
    static Secret ofAll(Secret... secrets) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        for (Secret secret : secrets) {
            hashes.writeBytes(secret.hash);
        }
        return new Secret(sha256(hashes.toByteArray()));
    }

    /** Compares in a time that does not depend on where the secrets differ, nor on their lengths. */
    boolean matches(Secret other) {
        return MessageDigest.isEqual(hash, other.hash);
    }

    /** Returns the HMAC-SHA256 of the message under this secret. */
    byte[] sign(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(hash, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
