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
import java.util.zip.GZIPInputStream;

/**
 * An export of all transactions, walked from link to link as a client does.
 *
 * @param time from the first request to the last answer
 */
record Export(List<String> files, Duration time) {

    private static final String ROUTE = "GET /storages/transactions/{location_id}";
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^,]*;\\s*rel=\"?next\"?");
    /** No export of ours needs nearly as many; a walk without an end does. */
    private static final int MOST_LINKS = 1000;

    /** @param function takes an event, answers as the function does */
    static Export walk(Function<String, JsonNode> function, boolean gzip) {
        List<JsonNode> answers = new ArrayList<>();
        long start = System.nanoTime();
        Optional<String> target = Optional.of("/storages/transactions/4564?all=true");
        while (target.isPresent()) {
            JsonNode answer = function.apply(event(target.get(), gzip));
            if (answer.path("statusCode").asInt() != 200 || answers.size() == MOST_LINKS) {
                String beginning = answer.path("body").asText().lines().findFirst().orElse("");
                throw new IllegalStateException("The export broke off after " + answers.size() + " answers, at " + target.get()
                        + ": " + answer.path("statusCode") + " " + beginning);
            }
            answers.add(answer);
            target = header(answer, "link").flatMap(Export::next);
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new Export(answers.stream().map(Export::body).toList(), time);
    }

    /**
     * Insists that so many rows came, each once. Files after the first may have a header row again or none, so that they can be
     * put together as they are.
     *
     * @throws IllegalStateException that says what is wrong
     */
    void expect(int rows) {
        List<List<String>> records = files.stream().map(file -> file.startsWith("\uFEFF") ? file.substring(1) : file)
                .flatMap(file -> Csv.records(file).stream()).toList();
        List<String> header = records.isEmpty() ? List.of() : records.get(0);
        int id = header.indexOf("id");
        if (id < 0) {
            throw new IllegalStateException("The export does not begin with a header row that has id in it");
        }
        List<String> ids = records.stream().filter(record -> !record.equals(header)).map(record -> record.get(id)).toList();
        int different = new HashSet<>(ids).size();
        if (ids.size() != rows || different != rows) {
            throw new IllegalStateException("The export has " + ids.size() + " rows with " + different
                    + " different ids, and should have " + rows);
        }
    }

    private static String event(String target, boolean gzip) {
        GatewayEvent event = GatewayEvent.of(ROUTE, target, Instant.now())
                .header("Host", "bench.example").header("Accept", "text/csv");
        return (gzip ? event.header("Accept-Encoding", "gzip") : event).json();
    }

    private static Optional<String> header(JsonNode answer, String name) {
        return answer.path("headers").properties().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().asText()).findFirst();
    }

    private static Optional<String> next(String link) {
        Matcher matcher = NEXT.matcher(link);
        if (!matcher.find()) {
            return Optional.empty();
        }
        URI uri = URI.create("/storages/transactions/4564").resolve(matcher.group(1));
        return Optional.of(uri.getRawPath() + "?" + uri.getRawQuery());
    }

    private static String body(JsonNode answer) {
        String body = answer.path("body").asText();
        byte[] bytes = answer.path("isBase64Encoded").asBoolean() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
        boolean zipped = header(answer, "content-encoding").filter("gzip"::equals).isPresent();
        try (GZIPInputStream content = zipped ? new GZIPInputStream(new ByteArrayInputStream(bytes)) : null) {
            return new String(zipped ? content.readAllBytes() : bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
