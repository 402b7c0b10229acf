package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret shared with a sender: {@code whsec_} followed by 24 to 64 bytes in Base64. After the id of a location and a colon it is
 * valid for that location only. It is never shown.
 */
public final class SigningSecret {

    static final String VERSION = "v1,";

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern LOCATION = Pattern.compile("[1-9]\\d{0,17}");

    private final SecretKeySpec key;
    /** The only location that the secret is valid for; null for all. */
    private final Long location;

    private SigningSecret(byte[] bytes, Long location) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.location = location;
    }

    /** @throws IllegalArgumentException if the text is not a valid secret; the message does not contain the text */
    public static SigningSecret of(String text) {
        String entry = text.strip();
        int colon = entry.indexOf(':');
        String secret = entry.substring(colon + 1);
        byte[] bytes = secret.startsWith(PREFIX) ? decoded(secret.substring(PREFIX.length())) : new byte[0];
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("must be \"" + PREFIX + "\" followed by " + MIN_BYTES + " to " + MAX_BYTES
                    + " bytes in Base64; separate several secrets with commas");
        }
        return new SigningSecret(bytes, colon < 0 ? null : location(entry.substring(0, colon)));
    }

    private static Long location(String text) {
        if (!LOCATION.matcher(text).matches()) {
            throw new IllegalArgumentException("must bind a secret to a location by its ID, as in 4564:" + PREFIX + "…");
        }
        return Long.valueOf(text);
    }

    /** Whether the secret may sign operations for this location; null stands for a location that could not be read. */
    boolean isFor(Long requested) {
        return location == null || location.equals(requested);
    }

    /**
     * Returns the secrets in a text that separates them with commas; nothing in it is an escape.
     *
     * @throws IllegalArgumentException if one of them is not a valid secret; the message does not contain it
     */
    public static List<SigningSecret> listOf(Optional<String> text) {
        return Stream.of(text.orElse("").split(",")).filter(secret -> !secret.isBlank()).map(SigningSecret::of).toList();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException quotesTheSecret) {
            return new byte[0];
        }
    }

    /** Returns the signature of a webhook with its version, as in the header {@code webhook-signature}. */
    String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
