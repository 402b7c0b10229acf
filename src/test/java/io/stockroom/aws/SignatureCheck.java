package io.stockroom.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the signatures of requests to the imitated AWS services. It calculates each itself, as the AWS General Reference describes it
 * ("Create a signed AWS API request"), so that it does not accept a mistake of the SDK's signer.
 */
public final class SignatureCheck {

    /** Access key, its secret and the session token that the tests give to instances. */
    public static final String CREDENTIAL = "test";
    public static final String REGION = "eu-central-1";

    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/[^/]+/[^/]+/aws4_request), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

    private final String service;

    /** @param service the name that the service is signed for */
    public SignatureCheck(String service) {
        this.service = service;
    }

    /** @param payloadHash the SHA-256 of the body, in hexadecimal digits */
    public boolean isSigned(HttpExchange exchange, String payloadHash) {
        Headers headers = exchange.getRequestHeaders();
        Matcher authorization = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
        String time = String.valueOf(headers.getFirst("X-Amz-Date"));
        if (!authorization.matches() || !authorization.group(1).equals(CREDENTIAL)
                || !CREDENTIAL.equals(headers.getFirst("X-Amz-Security-Token")) || !isRecent(time)) {
            return false;
        }
        String scope = time.substring(0, 8) + "/" + REGION + "/" + service + "/aws4_request";
        Set<String> names = Set.of(authorization.group(3).split(";"));
        if (!authorization.group(2).equals(scope) || !names.containsAll(required(headers))) {
            return false;
        }
        String canonicalHeaders = names.stream().sorted()
                .map(name -> name + ":" + String.join(",", headers.getOrDefault(name, List.of())).strip() + "\n")
                .collect(Collectors.joining());
        String request = String.join("\n", exchange.getRequestMethod(), canonicalPath(exchange), "", canonicalHeaders,
                authorization.group(3), payloadHash);
        String text = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hash(request.getBytes(UTF_8)));
        byte[] key = ("AWS4" + CREDENTIAL).getBytes(UTF_8);
        for (String part : Stream.concat(Stream.of(scope.split("/")), Stream.of(text)).toList()) {
            key = mac(key, part);
        }
        return MessageDigest.isEqual(HexFormat.of().parseHex(authorization.group(4)), key);
    }

    /** Returns the headers that must be signed: all of AWS, and the host. */
    private static Set<String> required(Headers headers) {
        return Stream.concat(Stream.of("host"), headers.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("x-amz-"))).collect(Collectors.toSet());
    }

    /** Services other than S3 sign the path as if it were to be encoded a second time. */
    private String canonicalPath(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        return service.equals("s3") ? path : path.replace("%", "%25");
    }

    private static boolean isRecent(String time) {
        return time.matches("\\d{8}T\\d{6}Z")
                && Duration.between(TIME.parse(time, Instant::from), Instant.now()).abs().compareTo(MAX_CLOCK_SKEW) < 0;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the SHA-256 of bytes, in hexadecimal digits. */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
