package io.stockroom.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stockroom.aws.Payload;
import io.stockroom.aws.SignedCall;
import io.stockroom.aws.SignedRequests;
import io.stockroom.aws.SignedResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps exported files in a bucket of S3. A PUT replaces an object atomically; the hash of the content is part of the signature, so that
 * S3 rejects a file that arrives changed. Objects are encrypted as the bucket specifies.
 */
final class S3Store implements ExportStore {

    /**
     * The files are gzip files. With {@code Content-Encoding: gzip}, clients would unpack one as they receive it, and what they save as
     * {@code .gz} would be none.
     */
    private static final String GZIP = "application/gzip";
    private static final String TEXT = "text/plain";

    private static final String SERVICE = "s3";
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_ATTEMPTS = 3;
    private static final int OK = 200;

    private final String bucket;
    private final Optional<URI> url;
    private final SignedRequests requests;
    private final Duration socketTimeout;

    S3Store(String bucket, Optional<URI> url, SignedRequests requests) {
        this(bucket, url, requests, SOCKET_TIMEOUT);
    }

    S3Store(String bucket, Optional<URI> url, SignedRequests requests, Duration socketTimeout) {
        this.bucket = bucket;
        this.url = url;
        this.requests = requests;
        this.socketTimeout = socketTimeout;
    }

    @Override
    public void put(String name, Path file) {
        ObjectName objectName = ObjectName.of(name);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ExportStoreException("The file for " + name + " cannot be read");
        }
        try {
            send(objectName, GZIP, Payload.of(file), MAX_ATTEMPTS);
        } catch (IOException e) {
            explain();
            throw noResponse(e);
        }
    }

    @Override
    public void check() {
        try {
            sendCheck(MAX_ATTEMPTS);
        } catch (IOException e) {
            throw noResponse(e);
        }
    }

    /** Finds out why a file was not taken: S3 may reject it before it has read all of it, so that sending it fails, not the response. */
    private void explain() {
        try {
            sendCheck(1);
        } catch (IOException e) {
            // The failure of the file is the one to report.
        }
    }

    private void sendCheck(int attempts) throws IOException {
        send(ObjectName.of(CHECK_NAME), TEXT, Payload.of("Stockroom can write here.\n".getBytes(UTF_8)), attempts);
    }

    private void send(ObjectName name, String type, Payload payload, int attempts) throws IOException {
        SignedResponse response = requests.send(new SignedCall(SERVICE, "PUT", url(name), Map.of("Content-Type", type), payload,
                CONNECTION_TIMEOUT, socketTimeout, attempts));
        if (response.status() != OK) {
            throw new ExportStoreException("S3 responded " + response.error());
        }
    }

    /** The certificate of S3 covers the host of a bucket only if its name has no dot. */
    URI url(ObjectName name) {
        URI base = url.orElseGet(() -> requests.endpoint(SERVICE));
        boolean isHost = url.isEmpty() && !bucket.contains(".");
        String root = isHost ? base.getScheme() + "://" + bucket + "." + base.getAuthority()
                : base.toString().replaceAll("/+$", "") + "/" + bucket;
        return URI.create(root + "/" + name.segments().stream().map(S3Store::encode).collect(Collectors.joining("/")));
    }

    /** Encodes all but the characters that a URL never needs encoded, as the signature requires. */
    private static String encode(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private static ExportStoreException noResponse(IOException cause) {
        return new ExportStoreException("No response from S3: " + cause.getMessage(), cause);
    }
}
