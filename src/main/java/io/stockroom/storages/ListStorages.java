package io.stockroom.storages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.altegio.Altegio;
import io.stockroom.http.Answer;
import io.stockroom.http.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** {@code GET /storages/{location_id}}: the location's storages. */
@Named("list-storages")
@ApplicationScoped
public class ListStorages implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Exchange exchange;
    private final Altegio altegio;

    ListStorages(Exchange exchange, Altegio altegio) {
        this.exchange = exchange;
        this.altegio = altegio;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return exchange.answer(event, context, request -> {
            request.query().refuseFaults();
            return Answer.of(altegio.storages(request.locationId(), request.deadline()).stream().map(Storage::from).toList());
        });
    }
}
