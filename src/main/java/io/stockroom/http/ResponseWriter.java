package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.Relayed;
import io.stockroom.problems.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes results in Altegio's envelope, and problems. Neither may be cached: they contain prices and phone numbers. */
@ApplicationScoped
class ResponseWriter {

    @RegisterForReflection
    @JsonPropertyOrder({"success", "data", "meta"})
    record ResponseEnvelope(boolean success, Object data, Object meta) {
    }

    /** Lambda allows 6,291,556 bytes for the whole event; the rest is for headers. */
    private static final int MAX_RESPONSE_SIZE = 6_225_920;

    private final ObjectMapper mapper;

    ResponseWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    APIGatewayV2HTTPResponse of(HttpResult result, Map<String, String> headers, boolean gzip) {
        return result.match(
                enveloped -> response(enveloped.status(), "application/json",
                        body(new ResponseEnvelope(true, enveloped.data(), enveloped.meta()), gzip), headers),
                written -> response(200, written.mediaType(), written.body(), headers),
                passed -> of(passed.response(), headers, gzip));
    }

    /** @throws RelayedTooLargeException if Lambda could not return the response */
    APIGatewayV2HTTPResponse of(Relayed relayed, Map<String, String> headers, boolean gzip) {
        BodyWriter body = new BodyWriter(gzip);
        byte[] bytes = relayed.body().getBytes(StandardCharsets.UTF_8);
        if (!body.fits(bytes, MAX_RESPONSE_SIZE)) {
            throw new RelayedTooLargeException();
        }
        body.write(bytes);
        return response(relayed.status(), "application/json", body, headers);
    }

    APIGatewayV2HTTPResponse of(Problem problem, Map<String, String> headers, boolean gzip) {
        Map<String, String> all = new TreeMap<>(headers);
        if (problem.retryAfter() != null) {
            all.put("Retry-After", String.valueOf(problem.retryAfter().plusMillis(999).toSeconds()));
        }
        return response(problem.status(), "application/problem+json", body(problem, gzip), all);
    }

    private BodyWriter body(Object object, boolean gzip) {
        BodyWriter body = new BodyWriter(gzip);
        try {
            body.write(mapper.writeValueAsBytes(object));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return body;
    }

    private static APIGatewayV2HTTPResponse response(int status, String type, BodyWriter body, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Content-Type", type);
        all.put("Cache-Control", "no-store");
        all.putIfAbsent("Vary", "Accept-Encoding");
        if (body.isCompressed()) {
            all.put("Content-Encoding", "gzip");
        }
        return APIGatewayV2HTTPResponse.builder().withStatusCode(status).withHeaders(all)
                .withBody(body.end()).withIsBase64Encoded(body.isCompressed()).build();
    }
}
