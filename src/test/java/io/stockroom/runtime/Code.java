package io.stockroom.runtime;

import java.nio.file.Path;
import java.util.List;

/** The code of a function: files in a folder, and the command that starts them. */
public interface Code {

    /** Returns the working directory and {@code LAMBDA_TASK_ROOT}. */
    Path root();

    /** Returns the value of {@code _HANDLER}. */
    String handler();

    /**
     * Returns the command that starts a function.
     *
     * @param folder  for files that the runtime needs
     * @param options for the JVM or the native executable
     */
    List<String> command(int memoryMegabytes, Path folder, List<String> options);
}
