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

/** Lambda's managed Java runtime: AWS's runtime interface client on the JVM that runs the tests. */
final class JavaRuntime {

    /** The handler of a Quarkus function on the JVM, as configured in Lambda. */
    static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    /** The client and its dependencies; it loads the function's own classes from the working directory. */
    private static final List<Class<?>> CLIENT = List.of(AWSLambda.class, Context.class, PojoSerializer.class,
            SdkInternalThreadLocal.class);

    private static final String LIBRARY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private JavaRuntime() {
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns the JVM options that Lambda sets. */
    static List<String> options(Path folder) {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-D" + LIBRARY + "=" + library(folder));
    }

    /** Returns the class path, the main class and its argument. */
    static List<String> main() {
        String classPath = CLIENT.stream().map(JavaRuntime::jar).collect(Collectors.joining(":"));
        return List.of("-cp", classPath, AWSLambda.class.getName(), HANDLER);
    }

    /** Extracts the client's native library. By default, all instances would overwrite one file in {@code /tmp}. */
    private static Path library(Path folder) {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path library = folder.resolve("libaws-lambda-jni.so");
        try (InputStream content = AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + architecture + ".so")) {
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
