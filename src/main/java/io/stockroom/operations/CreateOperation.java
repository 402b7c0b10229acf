package io.stockroom.operations;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.util.RawValue;
import io.stockroom.http.HttpPipeline;
import io.stockroom.http.HttpResult;
import io.stockroom.http.Request;
import io.stockroom.operations.Bookings.Booked;
import io.stockroom.operations.Bookings.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** {@code POST /storage_operations/operation/{location_id}}: books a document with its lines, exactly once per key. */
@Named("create-operation")
@ApplicationScoped
public class CreateOperation implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpPipeline pipeline;
    private final Bookings bookings;

    CreateOperation(HttpPipeline pipeline, Bookings bookings) {
        this.pipeline = pipeline;
        this.bookings = bookings;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return pipeline.handle(event, context, this::create);
    }

    private HttpResult create(Request request) {
        String key = IdempotencyKey.valueOf(request.header(IdempotencyKey.HEADER));
        DocumentDecision decision = DocumentDecision.of(request.header(DocumentDecision.HEADER));
        Operation operation = Operation.from(request.json());
        request.responseHeader(IdempotencyKey.HEADER, IdempotencyKey.quoted(key));
        Booked booked = bookings.book(new IdempotencyKey(request.locationId(), key), operation, decision, request.context());
        request.outcome(booked.outcome().label());
        if (booked.outcome() == Outcome.REPLAYED) {
            request.responseHeader("Idempotency-Replayed", "true");
        }
        return HttpResult.of(new RawValue(booked.booking()));
    }
}
