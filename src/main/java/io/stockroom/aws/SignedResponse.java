package io.stockroom.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The response of an AWS service. */
public final class SignedResponse {

    private static final int MIN_SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    /** {@code AccessDeniedException}, with or without the namespace before it and the URL behind it. */
    private static final Pattern TYPE = Pattern.compile("(?:[^#]*#)?([A-Za-z][A-Za-z0-9]*)(?::.*)?");
    private static final Pattern JSON_TYPE = Pattern.compile("\"__type\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern XML_CODE = Pattern.compile("<Code>([^<]*)</Code>");

    private final int status;
    private final byte[] body;
    private final Optional<String> errorType;

    /** @param errorType the header {@code x-amzn-ErrorType} */
    SignedResponse(int status, byte[] body, Optional<String> errorType) {
        this.status = status;
        this.body = body;
        this.errorType = errorType;
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body;
    }

    /**
     * Returns the status and the kind of an error, such as {@code 403 AccessDenied}. The rest of the message is left out: it contains
     * the names of roles.
     */
    public String error() {
        String text = new String(body, UTF_8);
        return Stream.of(errorType, first(JSON_TYPE, text), first(XML_CODE, text)).flatMap(Optional::stream).map(TYPE::matcher)
                .filter(Matcher::matches).map(type -> status + " " + type.group(1)).findFirst().orElse(String.valueOf(status));
    }

    /** Whether the same request may succeed a little later. */
    boolean isTemporary() {
        return status >= MIN_SERVER_ERROR || status == TOO_MANY_REQUESTS;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
