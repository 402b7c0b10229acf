package io.stockroom.transactions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.http.Answer;
import io.stockroom.http.BodyWriter;
import io.stockroom.http.Exchange;
import io.stockroom.http.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** {@code GET /storages/transactions/{location_id}}: the location's product transactions, a page or all. */
@Named("search-transactions")
@ApplicationScoped
public class SearchTransactions implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Exchange exchange;
    private final Transactions transactions;
    private final Formats formats;
    private final SearchConfig config;

    SearchTransactions(Exchange exchange, Transactions transactions, Formats formats, SearchConfig config) {
        this.exchange = exchange;
        this.transactions = transactions;
        this.formats = formats;
        this.config = config;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return exchange.answer(event, context, this::search);
    }

    private Answer search(Request request) {
        request.replyWith("Vary", "Accept, Accept-Encoding");
        Search search = Search.from(request.query(), config.pageSize());
        Format format = request.preferred(formats.of(search));
        BodyWriter body = request.newBody();
        Transactions.Written written = transactions.write(request.locationId(), search, format, body, request.deadline());
        String next = written.next() == null ? null : request.address(search.from(written.next()));
        body.write(format.tail(search.meta(written.last(), next)));
        if (next != null) {
            request.replyWith("Link", "<" + next + ">; rel=\"next\"");
        }
        formats.fileName(format, request.locationId(), search)
                .ifPresent(name -> request.replyWith("Content-Disposition", "attachment; filename=\"" + name + "\""));
        return new Answer.Written(format.mediaType(), body);
    }
}
