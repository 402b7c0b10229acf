package io.stockroom.local.sandbox;

import java.util.List;
import java.util.Map;

/** A request that the service turns down, with the texts of its answer. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, List<String>> errors;

    Refusal(int status, String message, Map<String, List<String>> errors) {
        super(message);
        this.status = status;
        this.errors = errors;
    }

    static Refusal business(String message) {
        return new Refusal(400, message, Map.of());
    }

    static Refusal notFound() {
        return new Refusal(404, null, Map.of());
    }

    Answer answer() {
        return status == 404 ? Answer.notFound() : Answer.failure(status, getMessage(), errors);
    }
}
