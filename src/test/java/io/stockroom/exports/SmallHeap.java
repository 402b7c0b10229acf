package io.stockroom.exports;

import io.stockroom.aws.SignatureCheck;
import io.stockroom.aws.SignedRequests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** A process that puts one file into S3, with less memory than the file has bytes. */
final class SmallHeap {

    private SmallHeap() {
    }

    /** @param arguments the bucket, the URL of S3, the name of the object and the file */
    public static void main(String[] arguments) {
        store(arguments[0], URI.create(arguments[1])).put(arguments[2], Path.of(arguments[3]));
    }

    static S3Store store(String bucket, URI url) {
        return new S3Store(bucket, Optional.of(url), new SignedRequests(() -> AwsSessionCredentials.create(SignatureCheck.CREDENTIAL,
                SignatureCheck.CREDENTIAL, SignatureCheck.CREDENTIAL), () -> SignatureCheck.REGION));
    }

    /** Starts the process and returns its exit status. */
    static int run(String bucket, URI url, String name, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx40m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp", System.getProperty("java.class.path"), SmallHeap.class.getName(), bucket, url.toString(), name, file.toString()))
                .inheritIO().start();
        try {
            return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
