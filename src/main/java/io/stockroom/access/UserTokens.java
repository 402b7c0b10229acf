package io.stockroom.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * The user tokens of one caller. A token is its end and a signature of it in URL-safe Base64, 28 characters, which fits where Altegio's
 * tokens fit; so no token is kept anywhere.
 *
 * @param secret what the tokens are signed with; null if there are none, because the caller can't log in
 */
record UserTokens(Secret secret) {

    private static final int END_BYTES = 5;
    /** HMAC-SHA-256-128 of RFC 4868. */
    private static final int SIGNATURE_BYTES = 16;
    /** Longer than the end alone, so that no other use of the secret signs the same bytes. */
    private static final byte[] PURPOSE = "stockroom user token".getBytes(US_ASCII);

    /** Returns a token that is valid until then, in whole seconds. */
    String endingAt(Instant end) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed(end.getEpochSecond()));
    }

    /** Returns whether the token was made for this caller and has not ended; compares in constant time. */
    boolean accept(String token, Instant now) {
        byte[] bytes = decoded(token);
        if (secret == null || bytes.length != END_BYTES + SIGNATURE_BYTES) {
            return false;
        }
        long end = ByteBuffer.allocate(Long.BYTES).put(new byte[Long.BYTES - END_BYTES]).put(bytes, 0, END_BYTES).getLong(0);
        return MessageDigest.isEqual(signed(end), bytes) && now.getEpochSecond() < end;
    }

    private byte[] signed(long end) {
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(end).array();
        byte[] signature = secret.sign(ByteBuffer.allocate(PURPOSE.length + Long.BYTES).put(PURPOSE).put(time).array());
        return ByteBuffer.allocate(END_BYTES + SIGNATURE_BYTES).put(time, Long.BYTES - END_BYTES, END_BYTES)
                .put(Arrays.copyOf(signature, SIGNATURE_BYTES)).array();
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }
}
