package io.stockroom.http;

/** Reads bodies for tests of other packages. */
public final class Bodies {

    private Bodies() {
    }

    public static String text(BodyWriter body) {
        return body.end();
    }
}
