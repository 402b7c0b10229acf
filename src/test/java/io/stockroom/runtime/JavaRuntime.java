package io.stockroom.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** Lambda's managed Java runtime: AWS's runtime interface client on the Java that runs the tests. */
final class JavaRuntime {

    /** What Lambda's configuration calls the handler of a Quarkus function on the JVM. */
    static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    /** The client and what it needs; the function's own classes it loads from the working directory. */
    private static final List<Class<?>> CLIENT =
            List.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class);

    private static final String LIBRARY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private JavaRuntime() {
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The options of the Java virtual machine that Lambda sets. */
    static List<String> options(Path folder) {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-D" + LIBRARY + "=" + library(folder));
    }

    /** The class path, the main class and its argument. */
    static List<String> main() {
        String classPath = CLIENT.stream().map(JavaRuntime::jar).collect(Collectors.joining(":"));
        return List.of("-cp", classPath, AWSLambda.class.getName(), HANDLER);
    }

    /** The client's native part; left to itself it goes to one file in {@code /tmp} that instances would overwrite. */
    private static Path library(Path folder) {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path library = folder.resolve("libaws-lambda-jni.so");
        try (InputStream content = AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + processor + ".so")) {
            Files.copy(content, library);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return library;
    }

    private static String jar(Class<?> type) {
        return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
    }
}
