package io.stockroom.api;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.io.IOException;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class EventsTest extends EventsContract {

    @Inject
    @Any
    Instance<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> handlers;

    @Inject
    @Any
    Instance<RequestHandler<SQSEvent, SQSBatchResponse>> consumers;

    @Override
    String invoke(String function, String event) throws IOException {
        ObjectMapper lambda = AmazonLambdaMapperRecorder.objectMapper;
        if (CONSUMERS.contains(function)) {
            return lambda.writeValueAsString(
                    consumers.select(NamedLiteral.of(function)).get().handleRequest(lambda.readValue(event, SQSEvent.class), null));
        }
        APIGatewayV2HTTPEvent received = lambda.readValue(event, APIGatewayV2HTTPEvent.class);
        return lambda.writeValueAsString(handlers.select(NamedLiteral.of(function)).get().handleRequest(received, null));
    }
}
