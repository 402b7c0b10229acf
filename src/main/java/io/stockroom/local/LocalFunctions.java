package io.stockroom.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Calls functions by name. Events and answers go through the JSON that they have on Lambda, so that what works here works there. */
@ApplicationScoped
class LocalFunctions {

    private final Instance<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions;
    private final Clock clock;

    LocalFunctions(@Any Instance<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions, Clock clock) {
        this.functions = functions;
        this.clock = clock;
    }

    APIGatewayV2HTTPResponse call(String name, APIGatewayV2HTTPEvent event) {
        LocalContext context = LocalContext.of(name, event.getRequestContext().getRequestId(), clock);
        APIGatewayV2HTTPEvent received = throughJson(event, APIGatewayV2HTTPEvent.class);
        APIGatewayV2HTTPResponse answer = functions.select(NamedLiteral.of(name)).get().handleRequest(received, context);
        return throughJson(answer, APIGatewayV2HTTPResponse.class);
    }

    private static <T> T throughJson(T value, Class<T> type) {
        ObjectMapper lambda = AmazonLambdaMapperRecorder.objectMapper;
        try {
            return lambda.readValue(lambda.writeValueAsString(value), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
