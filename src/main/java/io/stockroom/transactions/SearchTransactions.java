package io.stockroom.transactions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.altegio.Altegio;
import io.stockroom.http.BodyWriter;
import io.stockroom.http.HttpPipeline;
import io.stockroom.http.HttpResult;
import io.stockroom.http.HttpResult.Passed;
import io.stockroom.http.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** {@code GET /storages/transactions/{location_id}}: searches the product transactions of a location, one page or all. */
@Named("search-transactions")
@ApplicationScoped
public class SearchTransactions implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpPipeline pipeline;
    private final Altegio altegio;
    private final Transactions transactions;
    private final Formats formats;
    private final SearchConfig config;

    SearchTransactions(HttpPipeline pipeline, Altegio altegio, Transactions transactions, Formats formats, SearchConfig config) {
        this.pipeline = pipeline;
        this.altegio = altegio;
        this.transactions = transactions;
        this.formats = formats;
        this.config = config;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return pipeline.handle(event, context, request -> request.isInAltegiosDialect() ? relay(request) : search(request));
    }

    private HttpResult relay(Request request) {
        return new Passed(altegio.relay("storages/transactions/" + request.locationId(), request.relayedQuery(), request.context()));
    }

    private HttpResult search(Request request) {
        request.responseHeader("Vary", "Accept, Accept-Encoding");
        SearchRequest search = SearchRequest.from(request.query(), config.pageSize());
        Format format = request.preferred(formats.of(search));
        BodyWriter body = request.newBody();
        Transactions.Written written = transactions.write(request.locationId(), search, format, body, request.context());
        String next = written.next() == null ? null : request.url(search.parameters(written.next()));
        body.write(format.tail(search.meta(written.last(), next, written.warnings().texts())));
        if (written.warnings().count() > 0) {
            request.responseHeader("Unread-Values", String.valueOf(written.warnings().count()));
        }
        if (next != null) {
            request.responseHeader("Link", "<" + next + ">; rel=\"next\"");
        }
        formats.fileName(format, request.locationId(), search)
                .ifPresent(name -> request.responseHeader("Content-Disposition", "attachment; filename=\"" + name + "\""));
        return new HttpResult.Written(format.mediaType(), body);
    }
}
