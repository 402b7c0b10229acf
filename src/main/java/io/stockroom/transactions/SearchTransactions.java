package io.stockroom.transactions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.Altegio;
import io.stockroom.http.Answer;
import io.stockroom.http.Exchange;
import io.stockroom.http.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** {@code GET /storages/transactions/{location_id}}: one page of the location's product transactions. */
@Named("search-transactions")
@ApplicationScoped
public class SearchTransactions implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Exchange exchange;
    private final Altegio altegio;

    SearchTransactions(Exchange exchange, Altegio altegio) {
        this.exchange = exchange;
        this.altegio = altegio;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return exchange.answer(event, context, this::search);
    }

    private Answer search(Request request) {
        TransactionQuery query = TransactionQuery.from(request.query());
        List<Transaction> page = altegio.transactions(request.locationId(), query.parameters(), request.deadline()).stream()
                .map(Transaction::from).toList();
        return new Answer(page, new Paging(query.page(), query.count()));
    }

    /** Which page this is, and how many rows a full page has: a shorter one is the last. */
    @RegisterForReflection
    record Paging(int page, int count) {
    }
}
