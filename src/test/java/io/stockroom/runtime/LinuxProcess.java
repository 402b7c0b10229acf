package io.stockroom.runtime;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads memory and CPU time of a process from {@code /proc}, limits its CPU share, and sends it signals that Java has no API for. */
record LinuxProcess(long pid) {

    private static final Duration PERIOD = Duration.ofMillis(20);

    /** Returns a size in {@code /proc/PID/status}, such as {@code VmRSS}, in bytes. */
    long memory(String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("process " + pid + " has ended"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the CPU time of its live threads; the kernel counts it in nanoseconds. */
    Duration cpuTimeOfThreads() {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return Duration.ofNanos(threads.mapToLong(LinuxProcess::cpuTime).sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpuTime(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        } catch (IOException e) {
            // The thread has ended meanwhile, or this kernel does not count.
            return 0;
        }
    }

    /**
     * Limits the process to a share of one CPU, in periods as short as Lambda's.
     *
     * @return false if that is not permitted: it requires root and a control group with the CPU controller
     */
    boolean limit(double share) {
        long period = PERIOD.toNanos() / 1000;
        long quota = Math.round(period * share);
        return limit(Path.of("/sys/fs/cgroup/cpu"), Map.of("cpu.cfs_period_us", "" + period, "cpu.cfs_quota_us", "" + quota))
                || limit(Path.of("/sys/fs/cgroup"), Map.of("cpu.max", quota + " " + period));
    }

    private boolean limit(Path parent, Map<String, String> settings) {
        Path group = parent.resolve("stockroom-" + pid);
        try {
            Files.createDirectory(group);
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                Files.writeString(group.resolve(setting.getKey()), setting.getValue(), StandardOpenOption.WRITE);
            }
            Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid), StandardOpenOption.WRITE);
            return true;
        } catch (IOException e) {
            group.toFile().delete();
            return false;
        }
    }

    /** Deletes the control group that {@link #limit} created, after the process has ended. */
    void removeLimit() {
        for (String parent : List.of("/sys/fs/cgroup/cpu", "/sys/fs/cgroup")) {
            new File(parent, "stockroom-" + pid).delete();
        }
    }

    void signal(String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
