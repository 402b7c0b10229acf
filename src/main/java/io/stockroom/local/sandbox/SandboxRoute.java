package io.stockroom.local.sandbox;

import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API routes of the sandbox. The first one that matches a request handles it. */
public enum SandboxRoute {

    LOG_IN(HttpMethod.POST, "/auth"),
    STORAGES(HttpMethod.GET, "/storages/:location"),
    SEARCH(HttpMethod.GET, "/storages/transactions/:location"),
    BOOK(HttpMethod.POST, "/storage_operations/operation/:location"),
    DOCUMENT_LINES(HttpMethod.GET, "/storage_operations/documents/goods_transactions/:document"),
    DOCUMENT(HttpMethod.GET, "/storage_operations/documents/:location/:document"),
    COMPANIES(HttpMethod.GET, "/companies"),
    COMPANY(HttpMethod.GET, "/company/:location"),
    STAFF(HttpMethod.GET, "/company/:location/staff"),
    STAFF_MEMBER(HttpMethod.GET, "/company/:location/staff/:staff"),
    SIBLING_STAFF(HttpMethod.GET, "/staff/:location"),
    SIBLING_STAFF_MEMBER(HttpMethod.GET, "/staff/:location/:staff"),
    PERMISSIONS(HttpMethod.GET, "/user/permissions/:location"),
    GOODS(HttpMethod.GET, "/goods/:location"),
    GOOD(HttpMethod.GET, "/goods/:location/:good"),
    ACCOUNTS(HttpMethod.GET, "/accounts/:location"),
    PAYMENTS(HttpMethod.GET, "/transactions/:location");

    private final HttpMethod method;
    private final String path;

    SandboxRoute(HttpMethod method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Finds a route by its title; parameters in braces are ignored. */
    static Optional<SandboxRoute> titled(String text) {
        String title = text.replaceAll("/\\{[^/]*}", "");
        return Arrays.stream(values()).filter(route -> route.title().equals(title)).findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(SandboxRoute::title).collect(Collectors.joining(", "));
    }

    /** Returns the method and the path without its parameters, such as {@code POST /storage_operations/operation}. */
    public String title() {
        return method + Stream.of(path.split("/")).filter(part -> !part.startsWith(":"))
                .collect(Collectors.joining("/", " ", ""));
    }

    HttpMethod method() {
        return method;
    }

    /** Returns the path relative to the base path, with parameters in Vert.x syntax. */
    String path() {
        return path;
    }
}
