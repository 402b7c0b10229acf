package io.stockroom.secrets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.stockroom.aws.SignatureCheck;
import io.stockroom.runtime.LocalHttpServer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Imitates AWS Secrets Manager in this process: {@code GetSecretValue} alone, for requests with a valid signature of the access key that
 * the tests give to instances.
 */
public final class LocalSecretsManager implements AutoCloseable {

    private static final String SERVICE = "secretsmanager";
    private static final String OPERATION = SERVICE + ".GetSecretValue";
    private static final SignatureCheck SIGNATURES = new SignatureCheck(SERVICE);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalHttpServer server;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();

    private LocalSecretsManager(SSLContext tls) {
        server = tls == null ? LocalHttpServer.start("secrets-manager", this::handle)
                : LocalHttpServer.secured(tls, "secrets-manager", this::handle);
    }

    public static LocalSecretsManager start() {
        return new LocalSecretsManager(null);
    }

    /** Starts it with HTTPS. */
    public static LocalSecretsManager secured(SSLContext tls) {
        return new LocalSecretsManager(tls);
    }

    /** Returns the URL, as in {@code ALTEGIO_SECRETS_URL}. */
    public String url() {
        return server.url().toString();
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
            if (!exchange.getRequestMethod().equals("POST") || !SIGNATURES.isSigned(exchange, SignatureCheck.hash(body))) {
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
                send(exchange, 200,
                        Map.of("ARN", "arn:aws:secretsmanager:" + SignatureCheck.REGION + ":123456789012:secret:" + name, "Name", name,
                                "SecretString", secrets.get(name), "VersionStages", new String[] {"AWSCURRENT"}));
            }
        }
    }

    private void error(HttpExchange exchange, int status, String type) throws IOException {
        errors.incrementAndGet();
        send(exchange, status, Map.of("__type", "com.amazonaws.secretsmanager#" + type, "Message",
                "User: arn:aws:sts::123456789012:assumed-role/canary-role is not allowed"));
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
        LocalHttpServer.send(exchange, status, "application/x-amz-json-1.1", JSON.writeValueAsBytes(json));
    }

    @Override
    public void close() {
        server.close();
    }
}
