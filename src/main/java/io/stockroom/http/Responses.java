package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes answers in Altegio's envelope, and problems. Neither may be kept by caches: they hold prices and phones. */
@ApplicationScoped
class Responses {

    @RegisterForReflection
    @JsonPropertyOrder({"success", "data", "meta"})
    record Envelope(boolean success, Object data, Object meta) {
    }

    private final ObjectMapper mapper;

    Responses(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    APIGatewayV2HTTPResponse of(Answer answer, Map<String, String> headers) {
        return response(200, "application/json", new Envelope(true, answer.data(), answer.meta()), new TreeMap<>(headers));
    }

    APIGatewayV2HTTPResponse of(Problem problem, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        if (problem.retryAfter() != null) {
            all.put("Retry-After", String.valueOf(problem.retryAfter().plusMillis(999).toSeconds()));
        }
        return response(problem.status(), "application/problem+json", problem, all);
    }

    private APIGatewayV2HTTPResponse response(int status, String type, Object body, Map<String, String> headers) {
        headers.put("Content-Type", type);
        headers.put("Cache-Control", "no-store");
        try {
            return APIGatewayV2HTTPResponse.builder().withStatusCode(status).withHeaders(headers)
                    .withBody(mapper.writeValueAsString(body)).build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
