package io.stockroom.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A test certificate authority: a key store with a certificate for localhost, and the trust stores for its clients.
 *
 * @param keyStore     for the server
 * @param trustStore   for Java clients
 * @param certificates the same certificate authority as PEM
 */
public record LocalAuthority(Path keyStore, Path trustStore, Path certificates) {

    public static final String PASSWORD = "changeit";

    public static LocalAuthority in(Path folder) {
        LocalAuthority authority = new LocalAuthority(folder.resolve("server.p12"), folder.resolve("trust.p12"),
                folder.resolve("ca.pem"));
        String ca = folder.resolve("ca.p12").toString();
        String request = folder.resolve("server.csr").toString();
        String certificate = folder.resolve("server.pem").toString();
        String root = authority.certificates.toString();
        keytool(ca, "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Test authority", "-ext", "bc:c");
        keytool(ca, "-exportcert", "-alias", "ca", "-rfc", "-file", root);
        keytool(authority.keyStore.toString(), "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost");
        keytool(authority.keyStore.toString(), "-certreq", "-alias", "server", "-file", request);
        keytool(ca, "-gencert", "-alias", "ca", "-ext", "san=dns:localhost", "-infile", request, "-outfile", certificate);
        keytool(authority.keyStore.toString(), "-importcert", "-alias", "ca", "-file", root);
        keytool(authority.keyStore.toString(), "-importcert", "-alias", "server", "-file", certificate);
        keytool(authority.trustStore.toString(), "-importcert", "-alias", "ca", "-file", root);
        return authority;
    }

    private static void keytool(String store, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD, "-noprompt"));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
