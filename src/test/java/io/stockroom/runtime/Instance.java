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
 * One execution environment: a process of the packaged artifact, or of other code, with the environment that Lambda gives a function, and
 * the Runtime API that feeds it.
 */
public final class Instance implements AutoCloseable {

    /** Seconds, longer than any start or end: only a process that hangs takes it. */
    private static final long PATIENCE = 60;

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
     * Starts a process for the function and does not wait for it.
     *
     * @param options for the virtual machine or the native executable, for example {@code -Xmx8m}
     */
    public static Instance start(Code code, Function function, String... options) {
        return new Instance(code, function, List.of(options));
    }

    /** Invokes with the function's own time-out. */
    public Answer invoke(String event) {
        return invoke(event, function.timeout());
    }

    /** Waits for the start if need be, then for the answer; a process over its time is killed, as Lambda does. */
    public Answer invoke(String event, Duration timeLeft) {
        // A start that failed is not thrown: Lambda too answers the invocation with the error.
        api.firstPoll().exceptionally(failed -> 0L).orTimeout(PATIENCE, SECONDS).join();
        CompletableFuture<Answer> answer = api.submit(event, timeLeft);
        try {
            return answer.get(timeLeft.toNanos(), NANOSECONDS);
        } catch (TimeoutException e) {
            double seconds = timeLeft.toMillis() / 1000.0;
            api.end("Sandbox.Timedout", String.format(Locale.ROOT, "Task timed out after %.2f seconds", seconds));
            kill();
            return answer.join();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * From the start of the process to its first poll for an event; waits for it.
     *
     * @throws IllegalStateException with the output, when the start failed
     */
    public Duration startToFirstPoll() {
        try {
            return Duration.ofNanos(api.firstPoll().copy().orTimeout(PATIENCE, SECONDS).join() - startedAt);
        } catch (CompletionException e) {
            throw new IllegalStateException("The function did not start. It said: " + output(), e);
        }
    }

    /** The memory it holds now, in bytes. */
    public long residentMemory() {
        return linux.memory("VmRSS");
    }

    /** The most memory it held at any time, in bytes. */
    public long peakMemory() {
        return linux.memory("VmHWM");
    }

    /** Processor time used so far, by the kernel for it too: exact for threads that live, in steps of 10 ms for those that ended. */
    public Duration cpuTime() {
        Duration steps = process.info().totalCpuDuration().orElseThrow();
        Duration exact = linux.cpuTimeOfThreads();
        return steps.compareTo(exact) > 0 ? steps : exact;
    }

    /**
     * Leaves it the share of a processor that Lambda gives a function of its memory: a whole one at 1,769 MB. Lambda does so from
     * the first event on.
     *
     * @return false where this machine can't
     */
    public boolean shareProcessor() {
        return linux.limit(function.memoryMegabytes() / 1769.0);
    }

    /** Stops the process where it is, as Lambda does between invocations. */
    public void freeze() {
        linux.signal("STOP");
    }

    public void thaw() {
        linux.signal("CONT");
    }

    /** Ends the process at once (SIGKILL), whatever it is at, frozen or not. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits for the process to end by itself; 128 plus the signal's number where one ended it. */
    public int exitCode() {
        return process.onExit().orTimeout(PATIENCE, SECONDS).join().exitValue();
    }

    /** What it has written so far to its standard output and error. */
    public String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Runtime API that feeds it, for what the process reported there. */
    public RuntimeApi api() {
        return api;
    }

    public long pid() {
        return process.pid();
    }

    /** Where the output goes and, on the JVM, what the runtime needs. */
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
            linux.forget();
            api.close();
            Scratch.delete(folder);
        }
    }
}
