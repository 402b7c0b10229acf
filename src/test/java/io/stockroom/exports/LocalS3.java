package io.stockroom.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.stockroom.aws.SignatureCheck;
import io.stockroom.runtime.LocalHttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Imitates S3 in this process, with one bucket in path style and PUT alone. It keeps each object as a file, so that other programs can
 * read them. Like S3, it checks the signature and the rights before it reads the body, and then the body against its hash.
 */
public final class LocalS3 implements AutoCloseable {

    private static final SignatureCheck SIGNATURES = new SignatureCheck("s3");
    private static final String HASH = "X-Amz-Content-Sha256";

    private final String bucket;
    private final Path folder;
    private final Queue<S3Failure> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, String> contentTypes = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String allowedPrefix = "";
    private final LocalHttpServer server;

    private LocalS3(String bucket, Path folder) {
        this.bucket = bucket;
        this.folder = folder;
        server = LocalHttpServer.start("s3", this::handle);
    }

    /** @param folder where the objects of the bucket are kept, each in a file of its name */
    public static LocalS3 start(String bucket, Path folder) {
        return new LocalS3(bucket, folder);
    }

    /** Returns the URL, as in {@code STOCKROOM_EXPORTS_S3_URL}. */
    public URI url() {
        return server.url();
    }

    /** Denies access to all objects whose names begin otherwise. */
    public LocalS3 allowOnly(String prefix) {
        allowedPrefix = prefix;
        return this;
    }

    /** Lets the next requests fail. */
    public LocalS3 failNext(int requests, S3Failure failure) {
        for (int request = 0; request < requests; request++) {
            failures.add(failure);
        }
        return this;
    }

    /** Returns the number of requests, those that failed among them. */
    public int requests() {
        return requests.get();
    }

    /** Returns the content type that an object was stored with. */
    public String contentType(String name) {
        return contentTypes.get(name);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            S3Failure failure = failures.poll();
            if (failure == S3Failure.RESET) {
                exchange.getRequestBody().skipNBytes(length(exchange) / 2);
            } else if (failure == S3Failure.INTERNAL_ERROR) {
                error(exchange, 500, "InternalError");
            } else if (failure == S3Failure.SLOW_DOWN) {
                error(exchange, 503, "SlowDown");
            } else {
                put(exchange, failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param failure null if the request succeeds */
    private void put(HttpExchange exchange, S3Failure failure) throws IOException, InterruptedException {
        String[] path = exchange.getRequestURI().getRawPath().split("/", 3);
        String name = path.length < 3 ? "" : URLDecoder.decode(path[2].replace("+", "%2B"), UTF_8);
        String hash = String.valueOf(exchange.getRequestHeaders().getFirst(HASH));
        if (!exchange.getRequestMethod().equals("PUT") || name.isEmpty()) {
            error(exchange, 405, "MethodNotAllowed");
        } else if (!hash.matches("[0-9a-f]{64}") || !SIGNATURES.isSigned(exchange, hash)) {
            error(exchange, 403, "SignatureDoesNotMatch");
        } else if (!path[1].equals(bucket)) {
            error(exchange, 404, "NoSuchBucket");
        } else if (!name.startsWith(allowedPrefix)) {
            error(exchange, 403, "AccessDenied");
        } else if (length(exchange) < 0) {
            error(exchange, 411, "MissingContentLength");
        } else {
            store(exchange, name, hash, failure);
        }
    }

    private void store(HttpExchange exchange, String name, String hash, S3Failure failure) throws IOException, InterruptedException {
        Path upload = Files.createDirectories(folder.resolve("_uploads")).resolve(UUID.randomUUID().toString());
        DigestInputStream body = new DigestInputStream(exchange.getRequestBody(), SignatureCheck.sha256());
        try {
            if (Files.copy(body, upload) != length(exchange)) {
                error(exchange, 400, "IncompleteBody");
            } else if (!HexFormat.of().formatHex(body.getMessageDigest().digest()).equals(hash)) {
                error(exchange, 400, "XAmzContentSHA256Mismatch");
            } else {
                Path object = folder.resolve(name);
                Files.createDirectories(object.getParent());
                Files.move(upload, object, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                contentTypes.put(name, String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
                if (failure == S3Failure.NO_RESPONSE) {
                    closed.await();
                }
                if (failure == null) {
                    exchange.getResponseHeaders().set("ETag", "\"" + hash.substring(0, 32) + "\"");
                    exchange.sendResponseHeaders(200, -1);
                }
            }
        } finally {
            Files.deleteIfExists(upload);
        }
    }

    /** Returns the length of the body as the request states it, or -1. */
    private static long length(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length")).map(Long::parseLong).orElse(-1L);
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body = ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>%s</Code><Message>User: arn:aws:sts::123456789012:assumed-role/canary-role is not authorized</Message>\
                <RequestId>4442587FB7D0A2F9</RequestId></Error>""".formatted(code)).getBytes(UTF_8);
        LocalHttpServer.send(exchange, status, "application/xml", body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }
}
