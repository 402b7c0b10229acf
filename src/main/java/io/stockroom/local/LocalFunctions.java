package io.stockroom.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import io.stockroom.access.AuthorizerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Calls functions by name. Events and responses are serialized to JSON and back, as on Lambda. */
@ApplicationScoped
class LocalFunctions {

    private final Instance<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions;
    private final Instance<RequestHandler<SQSEvent, SQSBatchResponse>> consumers;
    private final Instance<RequestHandler<APIGatewayV2HTTPEvent, AuthorizerResponse>> authorizers;
    private final Clock clock;

    LocalFunctions(@Any Instance<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions,
            @Any Instance<RequestHandler<SQSEvent, SQSBatchResponse>> consumers,
            @Any Instance<RequestHandler<APIGatewayV2HTTPEvent, AuthorizerResponse>> authorizers, Clock clock) {
        this.functions = functions;
        this.consumers = consumers;
        this.authorizers = authorizers;
        this.clock = clock;
    }

    APIGatewayV2HTTPResponse call(String name, GatewayEvent event) {
        ObjectMapper lambda = AmazonLambdaMapperRecorder.objectMapper;
        try {
            APIGatewayV2HTTPEvent received = lambda.readValue(event.json(), APIGatewayV2HTTPEvent.class);
            APIGatewayV2HTTPResponse response = functions.select(NamedLiteral.of(name)).get()
                    .handleRequest(received, LocalContext.of(name, event.requestId(), clock));
            return lambda.readValue(lambda.writeValueAsString(response), APIGatewayV2HTTPResponse.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls an authorizer; returns the context of its response. */
    JsonNode authorize(String name, GatewayEvent event) {
        ObjectMapper lambda = AmazonLambdaMapperRecorder.objectMapper;
        try {
            APIGatewayV2HTTPEvent received = lambda.readValue(event.authorizerJson(), APIGatewayV2HTTPEvent.class);
            AuthorizerResponse response = authorizers.select(NamedLiteral.of(name)).get()
                    .handleRequest(received, LocalContext.of(name, event.requestId(), clock));
            return lambda.readTree(lambda.writeValueAsString(response)).get("context");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a queue consumer; returns the IDs of the messages that failed and stay in the queue. */
    Set<String> call(String name, QueueEvent event) {
        ObjectMapper lambda = AmazonLambdaMapperRecorder.objectMapper;
        try {
            SQSEvent received = lambda.readValue(event.json(), SQSEvent.class);
            SQSBatchResponse response = consumers.select(NamedLiteral.of(name)).get()
                    .handleRequest(received, LocalContext.of(name, UUID.randomUUID().toString(), clock));
            return lambda.readValue(lambda.writeValueAsString(response), SQSBatchResponse.class).getBatchItemFailures().stream()
                    .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier).collect(Collectors.toSet());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
