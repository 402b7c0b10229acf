package io.stockroom.storages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.altegio.Altegio;
import io.stockroom.http.HttpPipeline;
import io.stockroom.http.HttpResult;
import io.stockroom.http.HttpResult.Passed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** {@code GET /storages/{location_id}}: lists the storages of a location. */
@Named("list-storages")
@ApplicationScoped
public class ListStorages implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpPipeline pipeline;
    private final Altegio altegio;

    ListStorages(HttpPipeline pipeline, Altegio altegio) {
        this.pipeline = pipeline;
        this.altegio = altegio;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return pipeline.handle(event, context, request -> {
            if (request.isInAltegiosDialect()) {
                return new Passed(
                        altegio.relay(request.locationId(), "storages/" + request.locationId(), request.relayedQuery(), request.context()));
            }
            request.query().throwIfInvalid();
            return HttpResult.of(altegio.storages(request.locationId(), request.context()).stream().map(Storage::from).toList());
        });
    }
}
