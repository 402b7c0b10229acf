package io.stockroom.goods;

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
import io.stockroom.lists.SearchConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** {@code GET /goods/{location_id}}: lists the goods of a location with their stock, or looks some of them up by article or barcode. */
@Named("list-goods")
@ApplicationScoped
public class ListGoods implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpPipeline pipeline;
    private final Altegio altegio;
    private final Goods goods;
    private final Formats formats;
    private final SearchConfig config;

    ListGoods(HttpPipeline pipeline, Altegio altegio, Goods goods, Formats formats, SearchConfig config) {
        this.pipeline = pipeline;
        this.altegio = altegio;
        this.goods = goods;
        this.formats = formats;
        this.config = config;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return pipeline.handle(event, context, request -> request.isInAltegiosDialect() ? relay(request) : list(request));
    }

    private HttpResult relay(Request request) {
        return new Passed(altegio.relay(request.locationId(), "goods/" + request.locationId(), request.relayedQuery(), request.context()));
    }

    private HttpResult list(Request request) {
        ListResponse response = ListResponse.to(request);
        GoodsRequest wanted = GoodsRequest.from(request.query(), config.pageSize());
        Format<Good> format = request.preferred(formats.with(GoodCsv.of(wanted.csv(), wanted.isFirst())));
        Goods.Part part = goods.write(request.locationId(), wanted, format, response.body(), request.context());
        if (part.next() != null) {
            response.nextRepeated(part.next());
        }
        return response.end(format, next -> new GoodsMeta(wanted.paging().meta(part.last(), next, List.of()), part.missing()),
                formats.fileName(format, "goods-" + request.locationId(), Optional.empty()));
    }
}
