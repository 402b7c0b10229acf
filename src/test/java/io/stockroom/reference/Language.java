package io.stockroom.reference;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A language of the code samples, with the commands that build and run a sample. */
enum Language {

    CURL("curl", "sample.sh", "curl --version", "sh sample.sh", "%s"),
    JAVASCRIPT("JavaScript", "sample.mjs", "node --version", "node sample.mjs",
            "console.log = value => process.stdout.write(JSON.stringify(value))\n%s"),
    NODE_JS("Node.js", "sample.mjs", "node --version", "node sample.mjs",
            "console.log = value => process.stdout.write(JSON.stringify(value))\n%s"),
    PYTHON("Python", "sample.py", "python3 -c 'import requests'", "python3 sample.py", "%s"),
    JAVA("Java", "Sample.java", "\"$JAVA\" --version", "\"$JAVA\" Sample.java", """
            import java.net.URI;
            import java.net.http.*;

            class Sample {
                public static void main(String[] arguments) throws Exception {
                    %s
                }
            }
            """),
    CSHARP("C#", "sample.cs", "mcs --version && mono --version", "mcs -r:System.Net.Http.dll sample.cs && mono sample.exe", """
            using System;
            using System.Net.Http;
            using System.Net.Http.Headers;
            using System.Threading.Tasks;

            class Sample {
                static void Main() {
                    Run().Wait();
                }

                static async Task Run() {
                    %s
                }
            }
            """) {
        /** Mono's compiler does not support programs without a class. */
        @Override
        String program(String sample) {
            return super.program(sample.replaceAll("(?m)^using [A-Za-z.]+;$", ""));
        }
    },
    PHP("PHP", "sample.php", "php -r 'exit(extension_loaded(\"curl\") ? 0 : 1);'", "php sample.php", "%s"),
    GO("Go", "sample.go", "go version", "go run sample.go", "%s"),
    RUBY("Ruby", "sample.rb", "ruby --version", "ruby sample.rb", "%s"),
    R("R", "sample.R", "Rscript -e 'library(httr)'", "Rscript sample.R", "%s\ncat(content(response, 'text', encoding = 'UTF-8'))\n");

    final String label;
    private final String file;
    private final String probe;
    private final String command;
    private final String frame;

    Language(String label, String file, String probe, String command, String frame) {
        this.label = label;
        this.file = file;
        this.probe = probe;
        this.command = command;
        this.frame = frame;
    }

    /** Returns whether this machine can run the language. */
    boolean isInstalled(Path folder) throws IOException, InterruptedException {
        return execute(probe, folder) == 0;
    }

    /** Runs the sample and returns the JSON that it prints. */
    String run(String sample, Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(file), program(sample));
        int exitCode = execute(command, folder);
        String output = Files.readString(folder.resolve("output"));
        return Arrays.stream(output.split("\n")).filter(line -> exitCode == 0 && line.startsWith("{")).reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("No JSON in the output; exit code " + exitCode + "\n" + output));
    }

    String program(String sample) {
        return frame.replace("%s", sample);
    }

    private static int execute(String command, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("JAVA", System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " has not ended after 5 minutes");
        }
        return process.exitValue();
    }
}
