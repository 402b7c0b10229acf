package io.stockroom.webhooks;

import io.stockroom.stock.AltegioEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Altegio as the sender of webhooks: known by a token, since it signs nothing. */
@ApplicationScoped
class AltegioSender {

    private static final String PATH = "/webhooks/altegio/";
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private final WebhookTokens tokens;
    private final AltegioEvents events;

    AltegioSender(WebhooksConfig config, AltegioEvents events) {
        this.tokens = WebhookTokens.of(config.altegioTokens());
        this.events = events;
    }

    /**
     * What the path of a webhook contains.
     *
     * @param location as text, which may be no id
     * @param token    null if the path ends with the location
     */
    record Address(String location, String token) {

        static Address of(String path) {
            String[] parts = path.substring(PATH.length()).split("/", 2);
            return new Address(parts[0], parts.length == 1 ? null : parts[1]);
        }
    }

    static boolean isAddressed(String path) {
        return path.startsWith(PATH);
    }

    /**
     * Rejects what Altegio did not send.
     *
     * @param authorization the header; null if it was not sent
     * @param inPath        the token in the path; null if there is none
     * @throws WebhookTokenException if neither is, or contains, a configured token
     */
    void verify(String authorization, String inPath) {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        boolean byHeader = tokens.contain(bearer.matches() ? bearer.group(1) : "");
        boolean byPath = tokens.contain(inPath == null ? "" : inPath);
        if (!(byHeader | byPath)) {
            throw new WebhookTokenException();
        }
    }

    /** Queues the goods that the events in a body name, and returns how many messages that took; none if no event is about stock. */
    int receive(long location, byte[] body) {
        return events.add(location, body);
    }
}
