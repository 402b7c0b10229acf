package io.stockroom.dialect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as a program written for Altegio sends it. */
record ProgramRequest(String method, String path, Map<String, String> headers, String body) {

    static final String ACCEPT = "application/vnd.yclients.v2+json";
    static final String OPERATION = "/storage_operations/operation/4564";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static ProgramRequest get(String path) {
        return new ProgramRequest("GET", path, Map.of("Accept", ACCEPT), "");
    }

    static ProgramRequest book(String body) {
        return new ProgramRequest("POST", OPERATION, Map.of("Accept", ACCEPT, "Content-Type", "application/json"), body);
    }

    ProgramRequest to(String other) {
        return new ProgramRequest(method, other, headers, body);
    }

    ProgramRequest with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new ProgramRequest(method, path, all, body);
    }

    ProgramRequest body(String text) {
        return new ProgramRequest(method, path, headers, text);
    }

    HttpResponse<String> send(URI api) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
