package io.stockroom.operations;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.http.Answer;
import io.stockroom.http.Exchange;
import io.stockroom.http.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** {@code POST /storage_operations/operation/{location_id}}: books a document with its lines. */
@Named("create-operation")
@ApplicationScoped
public class CreateOperation implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Exchange exchange;
    private final Bookings bookings;

    CreateOperation(Exchange exchange, Bookings bookings) {
        this.exchange = exchange;
        this.bookings = bookings;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return exchange.answer(event, context, this::create);
    }

    private Answer create(Request request) {
        Operation operation = Operation.from(request.json());
        return Answer.of(bookings.book(request.locationId(), operation, request.deadline()));
    }
}
