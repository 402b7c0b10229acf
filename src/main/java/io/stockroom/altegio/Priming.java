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
 * Makes a call before the first event is polled for, to a server in this process that knows one answer. Lambda gives a whole
 * processor to the start and a share of one to a request: what is slow for the first time is done here. Nobody else is asked.
 */
@ApplicationScoped
@IfBuildProfile("prod")
class Priming {

    private static final Logger LOG = Logger.getLogger(Priming.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final byte[] ANSWER = """
            HTTP/1.1 200 OK\r
            Content-Type: application/json\r
            Content-Length: 63\r
            Connection: close\r
            \r
            {"success":true,"data":[{"id":"1","amount":"0.50"}],"meta":[]}
            """.getBytes(US_ASCII);

    private final AltegioV1 v1;
    private final AltegioConfig config;

    Priming(AltegioV1 v1, AltegioConfig config) {
        this.v1 = v1;
        this.config = config;
    }

    void prime(@Observes StartupEvent start) {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            new Thread(() -> answer(server), "priming").start();
            call("http://localhost:" + server.getLocalPort());
            if ("https".equals(config.url().getScheme())) {
                // It fails, but not before the trust store is read, the keys are made and the handshake has begun.
                call("https://localhost:" + server.getLocalPort());
            }
        } catch (IOException e) {
            LOG.debug("Nothing was primed", e);
        }
    }

    private void call(String base) {
        try {
            v1.storagesAt(base, 1).await().atMost(PATIENCE).rows();
        } catch (RuntimeException e) {
            LOG.debug("Not all was primed", e);
        }
    }

    private static void answer(ServerSocket server) {
        try {
            while (true) {
                try (Socket call = server.accept()) {
                    byte[] request = new byte[8192];
                    // Read as a whole: what is left unread resets the connection, and may take the answer with it.
                    if (call.getInputStream().read(request) > 0 && request[0] == 'G') {
                        call.getOutputStream().write(ANSWER);
                    }
                }
            }
        } catch (IOException closed) {
            // All has been asked.
        }
    }
}
