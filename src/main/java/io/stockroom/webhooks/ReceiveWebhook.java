package io.stockroom.webhooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.http.Answer;
import io.stockroom.http.Exchange;
import io.stockroom.http.Request;
import io.stockroom.operations.Key;
import io.stockroom.operations.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** {@code POST /webhooks/operations/{location_id}}: queues a signed operation, to be booked once for each webhook's id. */
@Named("receive-webhook")
@ApplicationScoped
public class ReceiveWebhook implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Exchange exchange;
    private final Signatures signatures;
    private final QueuedOperations queue;

    ReceiveWebhook(Exchange exchange, Signatures signatures, QueuedOperations queue) {
        this.exchange = exchange;
        this.signatures = signatures;
        this.queue = queue;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return exchange.answer(event, context, signatures::check, this::receive);
    }

    private Answer receive(Request request) {
        String key = Key.bare(request.header(Signatures.ID));
        Operation operation = Operation.from(request.json());
        request.replyWith(Key.HEADER, Key.quoted(key));
        queue.add(new QueuedOperation(new Key(request.locationId(), key), operation));
        return Answer.accepted(Map.of("key", key));
    }
}
