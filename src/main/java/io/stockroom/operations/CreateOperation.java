package io.stockroom.operations;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.util.RawValue;
import io.stockroom.http.Answer;
import io.stockroom.http.Exchange;
import io.stockroom.http.Request;
import io.stockroom.operations.Bookings.Booked;
import io.stockroom.operations.Bookings.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** {@code POST /storage_operations/operation/{location_id}}: books a document with its lines, once for each key. */
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
        String key = Key.valueOf(request.header(Key.HEADER));
        Operation operation = Operation.from(request.json());
        request.replyWith(Key.HEADER, Key.quoted(key));
        Booked booked = bookings.book(new Key(request.locationId(), key), operation, request.deadline());
        request.outcome(booked.outcome().word());
        if (booked.outcome() == Outcome.REPLAYED) {
            request.replyWith("Idempotency-Replayed", "true");
        }
        return Answer.of(new RawValue(booked.booking()));
    }
}
