package io.stockroom.altegio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sends a priming request before the first event is polled, to a server in this process that returns a fixed response. Lambda runs
 * the start on a full vCPU and a request on a share of one, so the work that is slow the first time is done here. No other host is
 * called.
 */
@ApplicationScoped
@IfBuildProfile("prod")
class Priming {

    private static final Logger LOG = Logger.getLogger(Priming.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final byte[] RESPONSE = """
            HTTP/1.1 200 OK\r
            Content-Type: application/json\r
            Content-Length: 63\r
            Connection: close\r
            \r
            {"success":true,"data":[{"id":"1","amount":"0.50"}],"meta":[]}
            """.getBytes(US_ASCII);

    private final AltegioReadApi readApi;
    private final ResponseReader reader;
    private final AltegioConfig config;

    Priming(AltegioReadApi readApi, ResponseReader reader, AltegioConfig config) {
        this.readApi = readApi;
        this.reader = reader;
        this.config = config;
    }

    void prime(@Observes StartupEvent start) {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            new Thread(() -> serve(server), "priming").start();
            call("http://localhost:" + server.getLocalPort());
            if ("https".equals(config.url().getScheme())) {
                // Fails, but only after the trust store is read, the keys are generated and the handshake has begun.
                call("https://localhost:" + server.getLocalPort());
            }
        } catch (IOException e) {
            LOG.debug("Priming failed", e);
        }
    }

    private void call(String base) {
        try {
            reader.read(RawResponse.of(readApi.storagesAt(base, 1).await().atMost(TIMEOUT))).rows();
        } catch (RuntimeException e) {
            LOG.debug("Priming incomplete", e);
        }
    }

    private static void serve(ServerSocket server) {
        try {
            while (true) {
                try (Socket connection = server.accept()) {
                    byte[] request = new byte[8192];
                    // Read completely: unread bytes would reset the connection, and the response may be lost with it.
                    if (connection.getInputStream().read(request) > 0 && request[0] == 'G') {
                        connection.getOutputStream().write(RESPONSE);
                    }
                }
            }
        } catch (IOException closed) {
            // Priming has ended.
        }
    }
}
