package io.stockroom.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One bash process that runs blocks of commands one after the other, so that variables last. Each block is a file that bash sources, with
 * a standard output and error of its own; bash's own standard output only carries the exit statuses.
 */
final class ShellSession implements AutoCloseable {

    private static final int TIMED_OUT = -1;
    private static final int EXITED = -2;

    /** What a block printed until now; the status is negative if it did not end. */
    record Result(int status, String output, String errors) {

        boolean timedOut() {
            return status == TIMED_OUT;
        }

        /** Whether the block ended bash itself, so that later blocks cannot run. */
        boolean endedTheShell() {
            return status == EXITED;
        }
    }

    private final Path blocks;
    private final Duration limit;
    private final Process bash;
    private final Writer commands;
    private final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();

    /**
     * Starts bash.
     *
     * @param folder where the commands run
     * @param blocks where blocks and their output are written
     * @param limit how long a block may run
     */
    ShellSession(Path folder, Path blocks, Duration limit) throws IOException {
        this.blocks = blocks;
        this.limit = limit;
        Files.writeString(blocks.resolve(".curlrc"), "no-progress-meter\n");
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc").directory(folder.toFile())
                .redirectError(blocks.resolve("bash.err").toFile());
        builder.environment().put("CURL_HOME", blocks.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        bash = builder.start();
        commands = bash.outputWriter();
        Thread reader = new Thread(this::readStatuses, "bash-statuses");
        reader.setDaemon(true);
        reader.start();
    }

    private void readStatuses() {
        try (BufferedReader lines = bash.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                statuses.add(Integer.parseInt(line));
            }
        } catch (IOException e) {
            // Bash is gone, as at the end of its output.
        }
        statuses.add(EXITED);
    }

    /** Runs a block to its end, or ends everything if that takes too long. */
    Result run(String name, String text) throws IOException, InterruptedException {
        send(name, text, "; echo $?");
        Integer status = statuses.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (status == null) {
            close();
        }
        return result(name, status == null ? TIMED_OUT : status);
    }

    /** Starts a block that runs until the session ends. */
    void start(String name, String text) throws IOException {
        send(name, text, " &");
    }

    /** Returns what a block in the background has printed until now. */
    Result resultOf(String name) throws IOException {
        return result(name, 0);
    }

    private void send(String name, String text, String end) throws IOException {
        Path file = blocks.resolve(name);
        Files.writeString(file, text);
        commands.write("source '" + file + "' >'" + file + ".out' 2>'" + file + ".err' </dev/null" + end + "\n");
        commands.flush();
    }

    private Result result(String name, int status) throws IOException {
        return new Result(status, read(name + ".out"), read(name + ".err"));
    }

    private String read(String name) throws IOException {
        Path file = blocks.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Ends bash and all that it started. */
    @Override
    public void close() {
        ProcessTree.end(bash.toHandle());
    }
}
