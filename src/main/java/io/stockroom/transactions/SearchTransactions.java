package io.stockroom.transactions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.altegio.Altegio;
import io.stockroom.http.HttpPipeline;
import io.stockroom.http.HttpResult;
import io.stockroom.http.HttpResult.Passed;
import io.stockroom.http.Request;
import io.stockroom.lists.Format;
import io.stockroom.lists.Formats;
import io.stockroom.lists.ListResponse;
import io.stockroom.lists.ListWriter;
import io.stockroom.lists.SearchConfig;
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
        return new Passed(altegio.relay(request.locationId(), "storages/transactions/" + request.locationId(), request.relayedQuery(),
                request.context()));
    }

    private HttpResult search(Request request) {
        ListResponse response = ListResponse.to(request);
        SearchRequest search = SearchRequest.from(request.query(), config.pageSize());
        boolean isFirst = search.paging().cursor() == null;
        Format<Transaction> format = request.preferred(formats.with(TransactionCsv.format(search.csv(), isFirst)));
        ListWriter.Part part = transactions.write(request.locationId(), search, format, response.body(), request.context());
        if (part.next() != null) {
            response.next(search.parameters(part.next()));
        }
        return response.warn(part.warnings().count()).end(format, next -> search.paging().meta(part.last(), next, part.warnings().texts()),
                formats.fileName(format, "transactions-" + request.locationId(), search.query().days()));
    }
}
