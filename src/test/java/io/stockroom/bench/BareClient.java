package io.stockroom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** A plain client that requests the storages from the upstream. Its latency is subtracted from that of a function. */
final class BareClient {

    private final URI storages;
    private final SSLSocketFactory sockets;

    /** @param tls for an HTTPS upstream, otherwise null */
    BareClient(Upstream upstream, SSLContext tls) {
        storages = URI.create(upstream.url() + "/storages/4564");
        // A single factory, because connections are kept alive per factory.
        sockets = tls == null ? null : tls.getSocketFactory();
    }

    /** Measures the given number of calls over one kept-alive connection, each in milliseconds. */
    double[] latencies(int calls) {
        double[] latencies = new double[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call();
            latencies[i] = (System.nanoTime() - start) / 1e6;
        }
        return latencies;
    }

    private void call() {
        try {
            HttpURLConnection connection = (HttpURLConnection) storages.toURL().openConnection();
            if (connection instanceof HttpsURLConnection secured) {
                secured.setSSLSocketFactory(sockets);
            }
            connection.setRequestProperty("Accept", Upstream.ACCEPT);
            connection.setRequestProperty("Authorization", Upstream.AUTHORIZATION);
            try (InputStream body = connection.getInputStream()) {
                body.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
