package io.stockroom.webhooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.http.HttpPipeline;
import io.stockroom.http.HttpResult;
import io.stockroom.http.Request;
import io.stockroom.http.RoutePath;
import io.stockroom.operations.IdempotencyKey;
import io.stockroom.operations.IdempotencyKey.Source;
import io.stockroom.operations.Operation;
import io.stockroom.shops.ShopDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/**
 * {@code POST /webhooks/operations/{location_id}} queues a signed operation, {@code POST /webhooks/shops/{shop}} the order of a shop. Each
 * is booked exactly once: per webhook id, and per order. {@code POST /webhooks/altegio/{location_id}}, perhaps with the token as the
 * path's last part, queues the goods that Altegio's own events name.
 */
@Named("receive-webhook")
@ApplicationScoped
public class ReceiveWebhook implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String SHOPS = "/webhooks/shops/";

    private final HttpPipeline pipeline;
    private final SignatureVerifier verifier;
    private final QueuedOperations queue;
    private final QueuedOrders orders;
    private final AltegioSender altegio;

    ReceiveWebhook(HttpPipeline pipeline, SignatureVerifier verifier, QueuedOperations queue, QueuedOrders orders,
            AltegioSender altegio) {
        this.pipeline = pipeline;
        this.verifier = verifier;
        this.queue = queue;
        this.orders = orders;
        this.altegio = altegio;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (event != null && AltegioSender.isAddressed(RoutePath.of(event))) {
            return handleEvent(event, context);
        }
        boolean isOfShop = event != null && event.getRawPath() != null && event.getRawPath().contains(SHOPS);
        return isOfShop ? pipeline.handle(event, context, request -> orders.verify(delivery(request)), this::receiveOrder)
                : pipeline.handle(event, context, this::verify, this::receive);
    }

    /** The path's parts are set here, so that the location is known wherever in the path it is. */
    private APIGatewayV2HTTPResponse handleEvent(APIGatewayV2HTTPEvent event, Context context) {
        AltegioSender.Address address = AltegioSender.Address.of(RoutePath.of(event));
        event.setPathParameters(Map.of("location_id", address.location()));
        return pipeline.handle(event, context,
                request -> altegio.verify(request.ownHeaders("Authorization").field("Authorization").text(), address.token()),
                this::receiveEvent);
    }

    /** The status is the one that every sender takes for a success. */
    private HttpResult receiveEvent(Request request) {
        int queued = altegio.receive(request.locationId(), request.receivedBody());
        request.outcome(queued == 0 ? "ignored" : "queued");
        return HttpResult.of(Map.of("queued", queued));
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

    private static ShopDelivery delivery(Request request) {
        return new ShopDelivery(request.pathParameter("shop"), name -> request.singleHeader(name).text(), request.receivedBody());
    }

    /** WooCommerce takes nothing but 200 for a ping. */
    private HttpResult receiveOrder(Request request) {
        QueuedOrders.Receipt receipt = orders.add(delivery(request));
        request.outcome(receipt.outcome());
        return receipt == QueuedOrders.Receipt.QUEUED ? HttpResult.accepted(Map.of()) : HttpResult.of(Map.of());
    }
}
