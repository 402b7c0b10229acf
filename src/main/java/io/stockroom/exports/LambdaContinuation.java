package io.stockroom.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.aws.Payload;
import io.stockroom.aws.SignedCall;
import io.stockroom.aws.SignedRequests;
import io.stockroom.aws.SignedResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Invokes a function asynchronously, over the API of Lambda. */
@ApplicationScoped
class LambdaContinuation implements Continuation {

    private static final String SERVICE = "lambda";
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_ATTEMPTS = 3;
    private static final int ACCEPTED = 202;

    private final Optional<URI> url;
    private final ObjectMapper mapper;
    private final SignedRequests requests;

    @Inject
    LambdaContinuation(ExportsConfig config, ObjectMapper mapper, SignedRequests requests) {
        this(config.lambdaUrl(), mapper, requests);
    }

    LambdaContinuation(Optional<URI> url, ObjectMapper mapper, SignedRequests requests) {
        this.url = url;
        this.mapper = mapper;
        this.requests = requests;
    }

    @Override
    public void start(String function, Map<String, ?> event) {
        SignedResponse response = send(function, event);
        if (response.status() != ACCEPTED) {
            throw new ContinuationException("Lambda responded " + response.error());
        }
    }

    private SignedResponse send(String function, Map<String, ?> event) {
        String base = url.orElseGet(() -> requests.endpoint(SERVICE)).toString().replaceAll("/+$", "");
        URI target = URI.create(base + "/2015-03-31/functions/" + URLEncoder.encode(function, UTF_8) + "/invocations");
        try {
            return requests.send(new SignedCall(SERVICE, "POST", target,
                    Map.of("Content-Type", "application/json", "X-Amz-Invocation-Type", "Event"),
                    Payload.of(mapper.writeValueAsBytes(event)), CONNECTION_TIMEOUT, SOCKET_TIMEOUT, MAX_ATTEMPTS));
        } catch (IOException e) {
            throw new ContinuationException("No response from Lambda: " + e.getMessage(), e);
        }
    }
}
