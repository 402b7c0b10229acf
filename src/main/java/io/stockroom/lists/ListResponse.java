package io.stockroom.lists;

import io.stockroom.http.BodyWriter;
import io.stockroom.http.HttpResult;
import io.stockroom.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The response with a list, or a part of it, and the link to the next part. */
public final class ListResponse {

    private final Request request;
    private final BodyWriter body;
    private String next;

    private ListResponse(Request request) {
        this.request = request;
        this.body = request.newBody();
    }

    /** Begins the response, also if it is a problem. */
    public static ListResponse to(Request request) {
        request.responseHeader("Vary", "Accept, Accept-Encoding");
        return new ListResponse(request);
    }

    public BodyWriter body() {
        return body;
    }

    /** Adds the link to the next part, with the query for it. */
    public void next(Map<String, String> query) {
        nextRepeated(query.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()),
                (first, second) -> second, LinkedHashMap::new)));
    }

    /** Adds the link to the next part, with the values of each parameter, which is repeated for each of them. */
    public void nextRepeated(Map<String, List<String>> query) {
        next = request.url(query);
        request.responseHeader("Link", "<" + next + ">; rel=\"next\"");
    }

    /** Reports how many values could not be read: only JSON has room for the warnings themselves. */
    public ListResponse warn(int unreadValues) {
        if (unreadValues > 0) {
            request.responseHeader("Unread-Values", String.valueOf(unreadValues));
        }
        return this;
    }

    /**
     * Ends the response.
     *
     * @param meta     returns the metadata for the URL of the next part, which is null if there is none
     * @param fileName for a response that is downloaded as a file
     */
    public HttpResult end(Format<?> format, Function<String, Object> meta, Optional<String> fileName) {
        body.write(format.tail(meta.apply(next)));
        fileName.ifPresent(name -> request.responseHeader("Content-Disposition", "attachment; filename=\"" + name + "\""));
        return new HttpResult.Written(format.mediaType(), body);
    }
}
