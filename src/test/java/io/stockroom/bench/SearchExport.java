package io.stockroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.local.GatewayEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * An export of a whole list that follows the {@code next} links, as a client does.
 *
 * @param time from the first request to the last response
 */
record SearchExport(ExportedList list, List<String> files, Duration time) {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^,]*;\\s*rel=\"?next\"?");
    /** Far more than an export of the benchmark needs; stops a pagination that does not end. */
    private static final int MAX_RESPONSES = 1000;

    /**
     * Runs an export.
     *
     * @param function invokes the function with an event and returns its response
     */
    static SearchExport run(ExportedList list, Function<String, JsonNode> function, boolean gzip) {
        List<JsonNode> responses = new ArrayList<>();
        long start = System.nanoTime();
        Optional<String> target = Optional.of(list.target() + "?all=true");
        while (target.isPresent()) {
            JsonNode response = function.apply(event(list, target.get(), gzip));
            if (response.path("statusCode").asInt() != 200 || responses.size() == MAX_RESPONSES) {
                String beginning = response.path("body").asText().lines().findFirst().orElse("");
                throw new IllegalStateException("The export failed after " + responses.size() + " responses, at " + target.get()
                        + ": " + response.path("statusCode") + " " + beginning);
            }
            responses.add(response);
            target = header(response, "link").flatMap(link -> next(list, link));
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new SearchExport(list, responses.stream().map(SearchExport::body).toList(), time);
    }

    /**
     * Checks that the export contains the given number of rows, each once. Files after the first may have a header row or none, so
     * that they can be concatenated.
     *
     * @throws IllegalStateException if a row is missing or duplicated
     */
    void expect(int rows) {
        List<List<String>> records = files.stream().map(file -> file.startsWith("\uFEFF") ? file.substring(1) : file)
                .flatMap(file -> Csv.records(file).stream()).toList();
        List<String> header = records.isEmpty() ? List.of() : records.get(0);
        List<Integer> key = list.key().stream().map(header::indexOf).toList();
        if (key.contains(-1)) {
            throw new IllegalStateException("The export does not start with a header row that contains " + String.join(", ", list.key()));
        }
        List<String> ids = records.stream().filter(record -> !record.equals(header))
                .map(record -> key.stream().map(record::get).collect(Collectors.joining(","))).toList();
        int distinct = new HashSet<>(ids).size();
        int expected = rows * list.lines();
        if (ids.size() != expected || distinct != expected) {
            throw new IllegalStateException("The export has " + ids.size() + " rows with " + distinct
                    + " different ids, expected " + expected);
        }
    }

    private static String event(ExportedList list, String target, boolean gzip) {
        GatewayEvent event = GatewayEvent.of(list.route(), target, Instant.now())
                .header("Host", "bench.example").header("Accept", "text/csv");
        return (gzip ? event.header("Accept-Encoding", "gzip") : event).json();
    }

    private static Optional<String> header(JsonNode response, String name) {
        return response.path("headers").properties().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().asText()).findFirst();
    }

    private static Optional<String> next(ExportedList list, String link) {
        Matcher matcher = NEXT.matcher(link);
        if (!matcher.find()) {
            return Optional.empty();
        }
        URI uri = URI.create(list.target()).resolve(matcher.group(1));
        return Optional.of(uri.getRawPath() + "?" + uri.getRawQuery());
    }

    private static String body(JsonNode response) {
        String body = response.path("body").asText();
        byte[] bytes = response.path("isBase64Encoded").asBoolean() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
        boolean gzipped = header(response, "content-encoding").filter("gzip"::equals).isPresent();
        try (GZIPInputStream content = gzipped ? new GZIPInputStream(new ByteArrayInputStream(bytes)) : null) {
            return new String(gzipped ? content.readAllBytes() : bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
