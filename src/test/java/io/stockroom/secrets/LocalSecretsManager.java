package io.stockroom.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;

/**
 * Imitates AWS Secrets Manager in this process: {@code GetSecretValue} alone, for requests with a valid signature of the access key that
 * the tests give to instances. It calculates the signature itself, so that it does not accept a mistake of the SDK's signer.
 */
public final class LocalSecretsManager implements AutoCloseable {

    /** Access key, its secret and the session token. */
    static final String CREDENTIAL = "test";
    static final String REGION = "eu-central-1";

    private static final String SERVICE = "secretsmanager";
    private static final String OPERATION = SERVICE + ".GetSecretValue";
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/[^/]+/[^/]+/aws4_request), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");
    /** What a client must sign at least. */
    private static final Set<String> SIGNED = Set.of("host", "x-amz-date", "x-amz-security-token", "x-amz-target");

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Without it, Nagle's algorithm and delayed acknowledgements add 40 ms to a request on older JDKs.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final String scheme;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "secrets-manager");
        thread.setDaemon(true);
        return thread;
    });

    private LocalSecretsManager(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static LocalSecretsManager start() {
        try {
            return new LocalSecretsManager(HttpServer.create(address(), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it with HTTPS. */
    public static LocalSecretsManager secured(SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(address(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new LocalSecretsManager(server, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Returns the URL, as in {@code ALTEGIO_SECRETS_URL}. */
    public String url() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    /** Creates a secret, or changes it: whoever reads it from now on gets the new text. */
    public LocalSecretsManager put(String name, String text) {
        secrets.put(name, text);
        return this;
    }

    /** Responds to requests for a secret as if the role had no right to read it. */
    public LocalSecretsManager deny(String name) {
        denied.add(name);
        return this;
    }

    /** Returns how often a secret was read. */
    public int reads() {
        return reads.get();
    }

    /** Returns the number of requests that got an error. */
    public int errors() {
        return errors.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String name = JSON.readTree(body).path("SecretId").asText();
            if (!exchange.getRequestMethod().equals("POST") || !isSigned(exchange, body)) {
                error(exchange, 403, "InvalidSignatureException");
            } else if (!OPERATION.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                    || !"application/x-amz-json-1.1".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                error(exchange, 400, "UnknownOperationException");
            } else if (denied.contains(name)) {
                error(exchange, 400, "AccessDeniedException");
            } else if (!secrets.containsKey(name)) {
                error(exchange, 400, "ResourceNotFoundException");
            } else {
                reads.incrementAndGet();
                send(exchange, 200, Map.of("ARN", "arn:aws:secretsmanager:" + REGION + ":123456789012:secret:" + name, "Name", name,
                        "SecretString", secrets.get(name), "VersionStages", new String[] {"AWSCURRENT"}));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void error(HttpExchange exchange, int status, String type) throws IOException {
        errors.incrementAndGet();
        send(exchange, status, Map.of("__type", "com.amazonaws.secretsmanager#" + type, "Message",
                "User: arn:aws:sts::123456789012:assumed-role/canary-role is not allowed"));
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Calculates the signature as the AWS General Reference describes it ("Create a signed AWS API request"). */
    private static boolean isSigned(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        Headers headers = exchange.getRequestHeaders();
        Matcher authorization = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
        String time = String.valueOf(headers.getFirst("X-Amz-Date"));
        if (!authorization.matches() || !authorization.group(1).equals(CREDENTIAL)
                || !CREDENTIAL.equals(headers.getFirst("X-Amz-Security-Token")) || !isRecent(time)) {
            return false;
        }
        String scope = time.substring(0, 8) + "/" + REGION + "/" + SERVICE + "/aws4_request";
        Set<String> names = Set.of(authorization.group(3).split(";"));
        if (!authorization.group(2).equals(scope) || !names.containsAll(SIGNED)) {
            return false;
        }
        String canonicalHeaders = names.stream().sorted()
                .map(name -> name + ":" + String.join(",", headers.getOrDefault(name, List.of())).strip() + "\n")
                .collect(Collectors.joining());
        String request = String.join("\n", exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), "", canonicalHeaders,
                authorization.group(3), hash(body));
        String text = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hash(request.getBytes(UTF_8)));
        byte[] key = ("AWS4" + CREDENTIAL).getBytes(UTF_8);
        for (String part : Stream.concat(Stream.of(scope.split("/")), Stream.of(text)).toList()) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            key = mac.doFinal(part.getBytes(UTF_8));
        }
        return MessageDigest.isEqual(HexFormat.of().parseHex(authorization.group(4)), key);
    }

    private static boolean isRecent(String time) {
        return time.matches("\\d{8}T\\d{6}Z")
                && Duration.between(TIME.parse(time, Instant::from), Instant.now()).abs().compareTo(MAX_CLOCK_SKEW) < 0;
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
