package io.stockroom.shops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys that a shop signs with: Base64 of HMAC-SHA256 over the raw body. They are never shown. */
final class ShopSecrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    private ShopSecrets(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /** @param texts the keys themselves, not encoded; none is empty */
    static ShopSecrets of(List<String> texts) {
        return new ShopSecrets(texts.stream().map(text -> new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM)).toList());
    }

    /** Compares the signature with that of each key, even after a match, so that the duration reveals nothing. */
    boolean haveSigned(byte[] body, String signature) {
        byte[] sent = signature.getBytes(UTF_8);
        boolean valid = false;
        for (SecretKeySpec key : keys) {
            valid |= MessageDigest.isEqual(signature(key, body), sent);
        }
        return valid;
    }

    private static byte[] signature(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
