package io.stockroom.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class SecretsManagerTest {

    private record Reply(int status, String body) {
    }

    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private Headers headers;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            headers = exchange.getRequestHeaders();
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            Reply reply = replies.remove();
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsTheTextOfASecretWithASignedRequest() {
        replies.add(new Reply(200, "{\"Name\": \"stockroom/altegio\", \"SecretString\": \"{\\\"partner_token\\\":\\\"ключ\\\"}\"}"));

        assertEquals("{\"partner_token\":\"ключ\"}", secretsManager().read("stockroom/altegio"));

        assertEquals(List.of("{\"SecretId\":\"stockroom/altegio\"}"), bodies);
        assertEquals("secretsmanager.GetSecretValue", headers.getFirst("X-Amz-Target"));
        assertEquals("session", headers.getFirst("X-Amz-Security-Token"));
        String authorization = headers.getFirst("Authorization");
        assertTrue(authorization.startsWith("AWS4-HMAC-SHA256 Credential=key/")
                && authorization.contains("/eu-central-1/secretsmanager/aws4_request"), authorization);
    }

    @Test
    void anErrorIsReportedByItsKindAfterASecondAttempt() {
        Reply denied = new Reply(400, "{\"__type\": \"com.amazonaws#AccessDeniedException\", \"Message\": \"role arn:aws:iam::1:role/x\"}");
        replies.addAll(List.of(denied, denied));

        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> secretsManager().read("other"));

        assertEquals("Secrets Manager responded 400 AccessDeniedException", failure.getMessage());
        assertEquals(2, bodies.size());
    }

    private SecretsManager secretsManager() {
        return new SecretsManager(Optional.of(URI.create("http://localhost:" + server.getAddress().getPort())), new ObjectMapper(),
                () -> AwsSessionCredentials.create("key", "secret", "session"), () -> "eu-central-1");
    }
}
