package io.stockroom.runtime;

import java.nio.file.Path;
import java.util.List;

/** What an execution environment runs: files in a folder, and the command that starts them. */
public interface Code {

    /** The working directory and {@code LAMBDA_TASK_ROOT}. */
    Path root();

    /** What {@code _HANDLER} says. */
    String handler();

    /**
     * How a function is started.
     *
     * @param folder for what the runtime needs in files
     * @param options for the virtual machine or the executable
     */
    List<String> command(int memoryMegabytes, Path folder, List<String> options);
}
