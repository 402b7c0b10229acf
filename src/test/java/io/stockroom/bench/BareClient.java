package io.stockroom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Asks the upstream for the storages and does nothing else: what is left of a function's latency is the function's own. */
final class BareClient {

    private final URI storages;
    private final SSLSocketFactory sockets;

    /** @param tls for an HTTPS upstream, else null */
    BareClient(Upstream upstream, SSLContext tls) {
        storages = URI.create(upstream.url() + "/storages/4564");
        // One and the same: connections are kept per factory.
        sockets = tls == null ? null : tls.getSocketFactory();
    }

    /** Milliseconds of each of so many calls over one kept connection. */
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
