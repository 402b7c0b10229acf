package io.stockroom.webhooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.http.HttpPipeline;
import io.stockroom.http.HttpResult;
import io.stockroom.http.Request;
import io.stockroom.operations.IdempotencyKey;
import io.stockroom.operations.IdempotencyKey.Source;
import io.stockroom.operations.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** {@code POST /webhooks/operations/{location_id}}: queues a signed operation, which is booked exactly once per webhook id. */
@Named("receive-webhook")
@ApplicationScoped
public class ReceiveWebhook implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpPipeline pipeline;
    private final SignatureVerifier verifier;
    private final QueuedOperations queue;

    ReceiveWebhook(HttpPipeline pipeline, SignatureVerifier verifier, QueuedOperations queue) {
        this.pipeline = pipeline;
        this.verifier = verifier;
        this.queue = queue;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return pipeline.handle(event, context, this::verify, this::receive);
    }

    private void verify(Request request) {
        verifier.verify(request.location(), request.singleHeader(SignatureVerifier.ID).text(),
                request.singleHeader(SignatureVerifier.TIMESTAMP).text(), request.header(SignatureVerifier.SIGNATURE).text(),
                request.body());
    }

    private HttpResult receive(Request request) {
        String key = IdempotencyKey.bare(request.singleHeader(SignatureVerifier.ID));
        Operation operation = Operation.from(request.json());
        request.responseHeader(IdempotencyKey.HEADER, IdempotencyKey.quoted(key));
        queue.add(new QueuedOperation(new IdempotencyKey(request.locationId(), Source.WEBHOOK, key), operation));
        return HttpResult.accepted(Map.of("key", key));
    }
}
