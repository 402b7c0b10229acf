package io.stockroom.bench;

import io.stockroom.runtime.LocalAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS contexts for both sides, with a local certificate authority. */
final class Tls {

    private static final Path SYSTEM_BUNDLE = Path.of("/etc/ssl/certs/ca-certificates.crt");

    private Tls() {
    }

    static SSLContext server(LocalAuthority authority) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store(authority.keyStore()), LocalAuthority.PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static SSLContext client(LocalAuthority authority) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store(authority.trustStore()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns the environment variables that make each contender trust the authority in addition to those that it would load when
     * deployed: a native executable and Node.js have the public authorities built in, Python reads them from the system's file. The
     * store is JKS, because Java derives keys for tens of milliseconds to open PKCS12, and a deployed function opens no such store.
     *
     * @param folder receives the files
     */
    static Map<String, String> environment(LocalAuthority authority, Path folder) {
        Path jks = folder.resolve("trust.jks");
        Path bundle = folder.resolve("bundle.pem");
        try (OutputStream file = Files.newOutputStream(jks)) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            store.setCertificateEntry("ca", store(authority.trustStore()).getCertificate("ca"));
            store.store(file, LocalAuthority.PASSWORD.toCharArray());
            String all = Files.exists(SYSTEM_BUNDLE) ? Files.readString(SYSTEM_BUNDLE) : "";
            Files.writeString(bundle, all + Files.readString(authority.certificates()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("QUARKUS_TLS_TRUST_STORE_JKS_PATH", jks.toString(),
                "QUARKUS_TLS_TRUST_STORE_JKS_PASSWORD", LocalAuthority.PASSWORD,
                "NODE_EXTRA_CA_CERTS", authority.certificates().toString(),
                "SSL_CERT_FILE", bundle.toString());
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file.toFile(), LocalAuthority.PASSWORD.toCharArray());
    }
}
