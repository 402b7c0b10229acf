package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Verifies Standard Webhooks signatures: https://github.com/standard-webhooks/standard-webhooks. With no secret configured,
 * every request is rejected.
 */
@ApplicationScoped
class SignatureVerifier {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    /** Between two signatures: a space, or the comma with which gateways join the lines of a header. */
    private static final Pattern SEPARATOR = Pattern.compile(" +|, *(?=v[0-9]+[a-z]*,)");

    private final List<SigningSecret> secrets;
    private final Duration tolerance;
    private final Clock clock;

    SignatureVerifier(WebhooksConfig config, Clock clock) {
        this.secrets = SigningSecret.listOf(config.secrets());
        this.tolerance = config.tolerance();
        this.clock = clock;
    }

    /**
     * Verifies a webhook for a location. A signature by a secret of another location is rejected exactly like a wrong one.
     *
     * @param location   in the path; null if it could not be read
     * @param id         the header webhook-id, or null; likewise the timestamp and the signatures
     * @param signatures separated by spaces, or by commas if they were sent in several lines
     * @param body       the raw body
     * @throws InvalidSignatureException if no signature was made with a configured secret, or the timestamp is out of tolerance
     */
    void verify(Long location, String id, String timestamp, String signatures, byte[] body) {
        if (id == null || timestamp == null || signatures == null) {
            throw new InvalidSignatureException("The headers webhook-id, webhook-timestamp and webhook-signature are required (Standard"
                    + " Webhooks, https://www.standardwebhooks.com). Send an operation as for POST"
                    + " /storage_operations/operation/{location_id}; Altegio's own webhooks are unsigned events and are not accepted.");
        }
        if (!isWithinTolerance(timestamp)) {
            throw new InvalidSignatureException("webhook-timestamp must be a Unix timestamp within " + tolerance.toSeconds()
                    + " seconds of the server's clock");
        }
        if (!hasValidSignature(location, id, timestamp, body, signatures)) {
            throw new InvalidSignatureException("No signature matches. Expected \"v1,\" + base64(HMAC-SHA256(secret,"
                    + " \"<webhook-id>.<webhook-timestamp>.<raw body>\"))");
        }
    }

    private boolean isWithinTolerance(String timestamp) {
        return SECONDS.matcher(timestamp).matches() && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)),
                clock.instant()).abs().compareTo(tolerance) <= 0;
    }

    /** Compares every secret with every signature, even after a match, so that the duration reveals nothing. */
    private boolean hasValidSignature(Long location, String id, String timestamp, byte[] body, String signatures) {
        boolean valid = false;
        for (SigningSecret secret : secrets) {
            byte[] expected = secret.sign(id, timestamp, body).getBytes(UTF_8);
            for (String signature : SEPARATOR.split(signatures)) {
                valid |= MessageDigest.isEqual(expected, signature.getBytes(UTF_8)) & secret.isFor(location);
            }
        }
        return valid;
    }
}
