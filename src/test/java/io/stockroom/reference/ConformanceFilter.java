package io.stockroom.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Validates all requests that REST Assured sends to the API, and their responses, against the document. */
public final class ConformanceFilter implements Filter {

    private static final Conformance CONFORMANCE = new Conformance(ApiDocument.read());

    private static final String SANDBOX_PATH = "/sandbox/";

    private final URI api;

    public ConformanceFilter(URI api) {
        this.api = api;
    }

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        URI uri = URI.create(request.getURI());
        if (uri.getPort() == api.getPort() && !uri.getPath().startsWith(SANDBOX_PATH)) {
            CONFORMANCE.check(new RecordedExchange(request.getMethod(), uri, map(request.getHeaders()), bytes(request.getBody()),
                    response.statusCode(), map(response.headers()), response.asByteArray()));
        }
        return response;
    }

    private static Map<String, List<String>> map(Headers headers) {
        return headers.asList().stream()
                .collect(Collectors.groupingBy(Header::getName, Collectors.mapping(Header::getValue, Collectors.toList())));
    }

    private static byte[] bytes(Object body) {
        return body instanceof byte[] bytes ? bytes : body == null ? new byte[0] : body.toString().getBytes(UTF_8);
    }
}
