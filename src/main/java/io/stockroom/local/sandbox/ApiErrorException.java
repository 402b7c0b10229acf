package io.stockroom.local.sandbox;

import java.util.List;
import java.util.Map;

/** Thrown when the imitated service rejects a request; contains the texts of the error response. */
final class ApiErrorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, List<String>> errors;

    ApiErrorException(int status, String message, Map<String, List<String>> errors) {
        super(message);
        this.status = status;
        this.errors = errors;
    }

    static ApiErrorException business(String message) {
        return new ApiErrorException(400, message, Map.of());
    }

    static ApiErrorException notFound() {
        return new ApiErrorException(404, null, Map.of());
    }

    SandboxResponse response() {
        return status == 404 ? SandboxResponse.notFound() : SandboxResponse.failure(status, getMessage(), errors);
    }
}
