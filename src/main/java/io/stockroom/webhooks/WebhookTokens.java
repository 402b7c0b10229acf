package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The secrets that Altegio sends with its events: it signs nothing. Only their digests are kept. */
public final class WebhookTokens {

    private static final int MIN_LENGTH = 16;
    /** Characters that need no encoding in a header or in a path. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{" + MIN_LENGTH + ",512}");

    private final List<byte[]> digests;

    private WebhookTokens(List<byte[]> digests) {
        this.digests = digests;
    }

    /**
     * Reads tokens that are separated by commas.
     *
     * @throws IllegalArgumentException if one of them is not valid; the message does not contain it
     */
    static WebhookTokens of(Optional<String> text) {
        List<String> tokens = Stream.of(text.orElse("").split(",")).map(String::strip).filter(token -> !token.isEmpty()).toList();
        if (!tokens.stream().allMatch(TOKEN.asMatchPredicate())) {
            throw new IllegalArgumentException("must be at least " + MIN_LENGTH
                    + " letters, digits, dots, hyphens, underscores or tildes; separate several tokens with commas");
        }
        return new WebhookTokens(tokens.stream().map(WebhookTokens::digest).toList());
    }

    /** Returns what is wrong with the tokens; empty if nothing is. */
    public static Optional<String> error(Optional<String> text) {
        try {
            of(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Compares in constant time: how long it takes does not depend on which token is sent, or how much of it is right. */
    boolean contain(String token) {
        byte[] digest = digest(token);
        boolean isKnown = false;
        for (byte[] each : digests) {
            isKnown |= MessageDigest.isEqual(each, digest);
        }
        return isKnown;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
