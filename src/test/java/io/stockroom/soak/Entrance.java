package io.stockroom.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.runtime.Function;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How operations reach a function that books them, and what its responses mean. */
interface Entrance extends AutoCloseable {

    /** Returns the function that books the operations, in front of an Altegio at this URL. */
    Function function(String altegioUrl);

    /** Returns the function's timeout: short, so that the lease of a killed instance ends soon. */
    Duration timeout();

    /** Returns an event; the decision is null for an operation about whose document nobody has decided anything. */
    String event(String key, String operation, String decision);

    /**
     * Returns what a response reports.
     *
     * @param documents the operation's documents at that time
     */
    Reply reply(JsonNode response, Supplier<List<BookedDocument>> documents);

    /** Returns what else contradicts the responses, if these operations were reported as rejected at some time. */
    List<String> violations(Set<String> rejected);

    @Override
    void close();

    /** Returns the entrance that the behavior is tested at. */
    static Entrance of(Behavior behavior) {
        return behavior == Behavior.WEBHOOKS ? new QueueEntrance() : new HttpEntrance(behavior);
    }

    /** Returns the template's parameters for an Altegio at this URL. */
    static Map<String, String> parameters(String altegioUrl) {
        return Map.of("AltegioUrl", altegioUrl, "AltegioAccess", "password", "partner_token", "sandbox-partner", "login",
                "sandbox@example.com", "password", "sandbox");
    }
}
