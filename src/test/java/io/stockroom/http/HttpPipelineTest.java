package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HttpPipelineTest {

    private final Logger log = Logger.getLogger(HttpPipeline.class.getName());

    @Inject
    HttpPipeline pipeline;

    /** The errors are expected: their stack traces would look like a failure. */
    @BeforeEach
    void muteLog() {
        log.setFilter(entry -> false);
    }

    @AfterEach
    void unmuteLog() {
        log.setFilter(null);
    }

    @Test
    void internalErrorContainsTheRequestIdAndNoMessage() throws IOException {
        JsonNode problem = internalError(RequestContext.builder().withRequestId("JKJaXmPLvHcESHA=").build());

        assertEquals("An unexpected error occurred; see the log for request JKJaXmPLvHcESHA=", problem.get("detail").asText());
        assertFalse(problem.toString().contains("secret"));
    }

    @Test
    void internalErrorWithoutARequestIdRefersToTheLog() throws IOException {
        assertEquals("An unexpected error occurred; see the log", internalError(null).get("detail").asText());
    }

    private JsonNode internalError(RequestContext context) throws IOException {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder().withRawPath("/storages/4564").withRequestContext(context).build();
        APIGatewayV2HTTPResponse response = pipeline.handle(event, null, request -> {
            throw new IllegalStateException("secret");
        });
        assertEquals(500, response.getStatusCode());
        return new ObjectMapper().readTree(response.getBody());
    }
}
