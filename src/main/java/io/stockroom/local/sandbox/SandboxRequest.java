package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** One admitted and authorized request. */
record SandboxRequest(SandboxRoute route, Map<String, String> path, Map<String, String> query, String body, SandboxQuirks quirks,
        SandboxStyle style) {

    private static final String SECOND_FACTOR = "6f1c2f4e-8a5b-4c0e-9d27-3b1f5a7c9e10";

    /**
     * Executes the request on the locations that existed when it arrived, even if they are reset meanwhile.
     *
     * @param denied routes that the user has no permission for
     */
    SandboxResponse handle(Locations locations, SandboxTokens tokens, Set<SandboxRoute> denied) {
        try {
            return switch (route) {
                case LOG_IN -> logIn(tokens);
                case STORAGES -> SandboxResponse.success(new ListResponses(location(locations)).storages());
                case SEARCH -> search(location(locations));
                case BOOK -> book(location(locations));
                case DOCUMENT -> document(location(locations));
                case DOCUMENT_LINES -> lines(locations);
                case GOODS -> goods(location(locations));
                case GOOD -> good(location(locations));
                case COMPANIES -> SandboxResponse.success(Json.array(locations.all().stream(), each -> new CompanyJson(each).company()));
                case COMPANY -> SandboxResponse.success(new CompanyJson(location(locations)).company());
                case STAFF, SIBLING_STAFF -> SandboxResponse.success(new CompanyJson(location(locations)).staff());
                case STAFF_MEMBER, SIBLING_STAFF_MEMBER -> SandboxResponse.success(
                        new CompanyJson(location(locations)).member(number("staff")));
                case PERMISSIONS -> SandboxResponse.success(new CompanyJson(location(locations)).permissions(denied));
                case ACCOUNTS -> SandboxResponse.success(new ListResponses(location(locations)).accounts());
                case PAYMENTS -> payments(location(locations));
            };
        } catch (ApiErrorException e) {
            return e.response();
        }
    }

    /** Returns the request without all but the first lines of its operation. */
    SandboxRequest withFirstLines(int count) {
        ObjectNode operation = (ObjectNode) json();
        String field = OperationParser.linesField(operation);
        JsonNode lines = operation.path(field);
        ArrayNode first = operation.putArray(field);
        IntStream.range(0, Math.min(count, lines.size())).mapToObj(lines::get).forEach(first::add);
        return new SandboxRequest(route, path, query, Json.write(operation), quirks, style);
    }

    static SandboxResponse secondFactor() {
        ObjectNode meta = Json.object().put("message", "A code was sent to the user's phone");
        return SandboxResponse.success(200, Json.object().put("uuid", SECOND_FACTOR), meta);
    }

    private SandboxResponse logIn(SandboxTokens tokens) {
        JsonNode credentials = json();
        return tokens.logIn(credentials.path("login").asText(), credentials.path("password").asText())
                .map(token -> SandboxResponse.success(201, Json.object()
                        .put("id", 7001)
                        .put("user_token", token)
                        .put("name", "Sandbox Owner")
                        .put("phone", "+359880007001")
                        .put("login", credentials.path("login").asText())
                        .put("email", credentials.path("login").asText())
                        .put("avatar", "")
                        .put("is_approved", true)
                        .put("is_email_confirmed", true), Json.array()))
                .orElseGet(() -> SandboxResponse.unauthorized("Wrong login or password"));
    }

    private SandboxResponse search(Location location) {
        TransactionJson rows = new TransactionJson(location, quirks.comments());
        return SandboxResponse.success(Json.array(location.search(SandboxSearch.from(parameters(), quirks)).stream(),
                movement -> quirks.unreadableIds() ? withUnreadableId(rows.searchRow(movement), movement.id())
                        : rows.searchRow(movement)));
    }

    /** Replaces the document's ID of every third row, by a text and by an object in turn. */
    private static ObjectNode withUnreadableId(ObjectNode row, long id) {
        if (id % 6 == 0) {
            row.putObject("document_id").put("number", "n/a");
        } else if (id % 3 == 0) {
            row.put("document_id", "n/a");
        }
        return row;
    }

    private SandboxResponse book(Location location) {
        TransactionJson rows = new TransactionJson(location, quirks.comments());
        SandboxDocument document = location.book(OperationParser.read(json(), location.catalog()));
        SandboxBookingResponse response = new SandboxBookingResponse(location, rows, document);
        ObjectNode data = style.flatBookings() ? response.flat() : response.documented();
        if (quirks.padding() > 0) {
            data.withObject("/document").put("padding", padding());
        }
        return SandboxResponse.success(data);
    }

    private String padding() {
        byte[] noise = new byte[quirks.padding() * 1024];
        new Random(1).nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise);
    }

    private SandboxResponse document(Location location) {
        return location.document(number("document"))
                .map(document -> SandboxResponse.success(new TransactionJson(location, quirks.comments()).document(document)))
                .orElseThrow(ApiErrorException::notFound);
    }

    private SandboxResponse lines(Locations locations) {
        SandboxDocument document = locations.document(number("document"));
        TransactionJson rows = new TransactionJson(locations.find(document.locationId()), quirks.comments());
        return SandboxResponse.success(200, Json.array(document.lines().stream(), rows::line),
                Json.object().put("count", document.lines().size()));
    }

    private SandboxResponse goods(Location location) {
        return SandboxResponse
                .success(Json.array(location.goods(GoodsSearch.from(parameters(), quirks)).stream(), new SandboxGoods(location)::row));
    }

    private SandboxResponse good(Location location) {
        return Optional.ofNullable(location.catalog().goods().get(number("good")))
                .map(good -> SandboxResponse.success(new SandboxGoods(location).object(good))).orElseThrow(ApiErrorException::notFound);
    }

    private SandboxResponse payments(Location location) {
        Long documentId = SandboxSearch.from(parameters(), quirks).documentId();
        return SandboxResponse.success(new ListResponses(location).payments(documentId));
    }

    /** Returns the parameters of a read: the service also takes them from a JSON body, as some clients send them. */
    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        if (!body.isBlank()) {
            json().properties().forEach(field -> parameters.put(field.getKey(), field.getValue().asText()));
        }
        parameters.putAll(query);
        return parameters;
    }

    private Location location(Locations locations) {
        return locations.find(number("location"));
    }

    private long number(String parameter) {
        try {
            return Long.parseLong(path.get(parameter));
        } catch (NumberFormatException e) {
            throw ApiErrorException.notFound();
        }
    }

    private JsonNode json() {
        try {
            return Json.read(body);
        } catch (JsonProcessingException e) {
            throw ApiErrorException.business("The body is not valid JSON");
        }
    }
}
