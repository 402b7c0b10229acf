package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stockroom.http.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells senders from strangers, as Standard Webhooks has it: https://github.com/standard-webhooks/standard-webhooks. Without
 * a secret everybody is a stranger.
 */
@ApplicationScoped
class Signatures {

    static final String ID = "webhook-id";

    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final List<Secret> secrets;
    private final Duration tolerance;
    private final Clock clock;

    Signatures(WebhooksConfig config, Clock clock) {
        this.secrets = config.secrets().orElse(List.of()).stream().map(Secret::of).toList();
        this.tolerance = config.tolerance();
        this.clock = clock;
    }

    /** @throws NotSigned when none of our senders sent this, or not now */
    void check(Request request) {
        check(request.header(ID).text(), request.header(TIMESTAMP).text(), request.header(SIGNATURE).text(), request.body());
    }

    void check(String id, String timestamp, String signatures, byte[] body) {
        if (id == null || timestamp == null || signatures == null) {
            throw new NotSigned("This route takes operations, as POST /storage_operations/operation/{location_id} does, signed as"
                    + " Standard Webhooks (https://www.standardwebhooks.com) has it: with the headers webhook-id, webhook-timestamp and"
                    + " webhook-signature. Altegio's own webhooks are events and not signed: they are not taken here");
        }
        if (!isNow(timestamp)) {
            throw new NotSigned("webhook-timestamp must be the time of sending, in whole seconds since 1970, no more than "
                    + tolerance.toSeconds() + " seconds from ours");
        }
        if (!isOurs(id, timestamp, body, signatures)) {
            throw new NotSigned("No signature in webhook-signature is right: expected is v1, and the Base64 of the HMAC-SHA256 of"
                    + " webhook-id.webhook-timestamp.body, the body byte for byte as it was sent, by a secret that is configured here");
        }
    }

    private boolean isNow(String timestamp) {
        return SECONDS.matcher(timestamp).matches() && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)),
                clock.instant()).abs().compareTo(tolerance) <= 0;
    }

    /** Tries every secret on every signature, whichever fits: how long it takes tells nothing. */
    private boolean isOurs(String id, String timestamp, byte[] body, String signatures) {
        boolean ours = false;
        for (Secret secret : secrets) {
            byte[] expected = secret.sign(id, timestamp, body).getBytes(UTF_8);
            for (String signature : signatures.split(" ")) {
                ours |= MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
            }
        }
        return ours;
    }
}
