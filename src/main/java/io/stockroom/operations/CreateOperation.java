package io.stockroom.operations;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.util.RawValue;
import io.stockroom.http.HttpPipeline;
import io.stockroom.http.HttpResult;
import io.stockroom.http.HttpResult.Passed;
import io.stockroom.http.Request;
import io.stockroom.input.Field;
import io.stockroom.input.Input;
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
    private final RepeatWindow repeatWindow;
    private final BookingJson json;

    CreateOperation(HttpPipeline pipeline, Bookings bookings, RepeatWindow repeatWindow, BookingJson json) {
        this.pipeline = pipeline;
        this.bookings = bookings;
        this.repeatWindow = repeatWindow;
        this.json = json;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return pipeline.handle(event, context, this::create);
    }

    private HttpResult create(Request request) {
        return request.isInAltegiosDialect() ? createInAltegiosDialect(request) : createInOwnDialect(request);
    }

    private HttpResult createInOwnDialect(Request request) {
        String key = IdempotencyKey.valueOf(request.header(IdempotencyKey.HEADER));
        DocumentDecision decision = DocumentDecision.of(request.header(DocumentDecision.HEADER));
        Operation operation = Operation.from(request.json());
        return HttpResult.of(new RawValue(book(request, key, operation, decision)));
    }

    /** Programs written for Altegio may add any parameters, but the headers are Stockroom's own. */
    private HttpResult createInAltegiosDialect(Request request) {
        Input headers = request.ownHeaders(IdempotencyKey.HEADER, DocumentDecision.HEADER);
        Field header = headers.field(IdempotencyKey.HEADER);
        String sent = header.isPresent() ? IdempotencyKey.valueOf(header) : null;
        DocumentDecision decision = DocumentDecision.of(headers.field(DocumentDecision.HEADER));
        headers.throwIfInvalid();
        AltegioOperation operation = AltegioOperation.from(request.jsonObject());
        String booked = sent == null ? bookWithoutKey(request, operation, decision) : book(request, sent, operation, decision);
        return new Passed(RecordedResponse.read(booked));
    }

    private String bookWithoutKey(Request request, AltegioOperation operation, DocumentDecision decision) {
        String digest = json.digest(operation);
        return repeatWindow.await(
                () -> book(request, repeatWindow.key(request.locationId(), request.callerId(), digest), operation, decision),
                request.context().deadline());
    }

    private String book(Request request, String key, BookingRequest operation, DocumentDecision decision) {
        request.responseHeader(IdempotencyKey.HEADER, IdempotencyKey.quoted(key));
        Booked booked = bookings.book(new IdempotencyKey(request.locationId(), key), operation, decision, request.context());
        request.outcome(booked.outcome().label());
        if (booked.outcome() == Outcome.REPLAYED) {
            request.responseHeader("Idempotency-Replayed", "true");
        }
        return booked.booking();
    }
}
