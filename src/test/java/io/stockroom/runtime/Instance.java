package io.stockroom.runtime;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * One execution environment ("instance"): a process of the packaged artifact, or of other code, with the environment variables that
 * Lambda sets for a function, and its Runtime API.
 */
public final class Instance implements AutoCloseable {

    /** Longer than any start or end of a process, so that only a hanging process reaches it. */
    private static final long TIMEOUT_SECONDS = 60;

    private static final Set<Instance> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Instance::close)));
    }

    private final Function function;
    private final RuntimeApi api;
    private final Path folder = Scratch.folder("instance");
    private final long startedAt;
    private final Process process;
    private final LinuxProcess linux;

    private Instance(Code code, Function function, List<String> options) {
        this.function = function;
        api = new RuntimeApi(function.name());
        ProcessBuilder builder = new ProcessBuilder(code.command(function.memoryMegabytes(), folder, options))
                .directory(code.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().clear();
        builder.environment().putAll(function.environment(code, api));
        startedAt = System.nanoTime();
        try {
            process = builder.start();
        } catch (IOException e) {
            api.close();
            Scratch.delete(folder);
            throw new UncheckedIOException(e);
        }
        linux = new LinuxProcess(process.pid());
        RUNNING.add(this);
        process.onExit().thenAccept(ended -> api.end("Runtime.ExitError", reason(ended.exitValue())));
    }

    /**
     * Starts a process for the function without waiting until it is ready.
     *
     * @param options for the JVM or the native executable, for example {@code -Xmx8m}
     */
    public static Instance start(Code code, Function function, String... options) {
        return new Instance(code, function, List.of(options));
    }

    /** Invokes the function with its own timeout. */
    public RuntimeResponse invoke(String event) {
        return invoke(event, function.timeout());
    }

    /** Waits for the start if necessary, then for the response. Kills the process after the timeout, as Lambda does. */
    public RuntimeResponse invoke(String event, Duration timeout) {
        // A failed start is not thrown: Lambda, too, returns its error as the result of the invocation.
        api.firstPoll().exceptionally(failed -> 0L).orTimeout(TIMEOUT_SECONDS, SECONDS).join();
        CompletableFuture<RuntimeResponse> response = api.submit(event, timeout);
        try {
            return response.get(timeout.toNanos(), NANOSECONDS);
        } catch (TimeoutException e) {
            double seconds = timeout.toMillis() / 1000.0;
            api.end("Sandbox.Timedout", String.format(Locale.ROOT, "Task timed out after %.2f seconds", seconds));
            kill();
            return response.join();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits for the first poll for an event and returns the time from the start of the process to it.
     *
     * @throws IllegalStateException with the output if the start failed
     */
    public Duration startToFirstPoll() {
        try {
            return Duration.ofNanos(api.firstPoll().copy().orTimeout(TIMEOUT_SECONDS, SECONDS).join() - startedAt);
        } catch (CompletionException e) {
            throw new IllegalStateException("The function did not start. Its output: " + output(), e);
        }
    }

    /** Returns the current RSS of the process in bytes. */
    public long rss() {
        return linux.memory("VmRSS");
    }

    /** Returns the peak RSS of the process in bytes. */
    public long peakMemory() {
        return linux.memory("VmHWM");
    }

    /** Returns the CPU time used so far, including kernel time: exact for live threads, in steps of 10 ms for those that have ended. */
    public Duration cpuTime() {
        Duration steps = process.info().totalCpuDuration().orElseThrow();
        Duration exact = linux.cpuTimeOfThreads();
        return steps.compareTo(exact) > 0 ? steps : exact;
    }

    /**
     * Limits the process to the CPU share that Lambda gives a function with its memory: one vCPU at 1,769 MB. Lambda applies the limit
     * from the first event on.
     *
     * @return false if this machine does not support the limit
     */
    public boolean shareProcessor() {
        return linux.limit(function.memoryMegabytes() / 1769.0);
    }

    /** Freezes the process, as Lambda does between invocations. */
    public void freeze() {
        linux.signal("STOP");
    }

    public void thaw() {
        linux.signal("CONT");
    }

    /** Kills the process immediately (SIGKILL), even if it is frozen. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits for the process to end and returns its exit code: 128 plus the signal number if a signal ended it. */
    public int exitCode() {
        return process.onExit().orTimeout(TIMEOUT_SECONDS, SECONDS).join().exitValue();
    }

    /** Returns the standard output and error written so far. */
    public String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the Runtime API of this instance, which has the errors that the process reported. */
    public RuntimeApi api() {
        return api;
    }

    public long pid() {
        return process.pid();
    }

    /** Returns the folder with the output and, on the JVM, with files that the runtime needs. */
    Path folder() {
        return folder;
    }

    private Path log() {
        return folder.resolve("output.log");
    }

    private static String reason(int exitCode) {
        return switch (exitCode) {
            case 0 -> "Runtime exited without providing a reason";
            case 137 -> "Runtime exited with error: signal: killed";
            default -> "Runtime exited with error: exit status " + exitCode;
        };
    }

    @Override
    public void close() {
        if (RUNNING.remove(this)) {
            kill();
            linux.removeLimit();
            api.close();
            Scratch.delete(folder);
        }
    }
}
