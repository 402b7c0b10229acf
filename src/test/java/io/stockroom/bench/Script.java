package io.stockroom.bench;

import io.stockroom.runtime.Code;
import java.nio.file.Path;
import java.util.List;

/** A function in a single file, run by an interpreter that Lambda provides. */
record Script(Path interpreter, Path file) implements Code {

    @Override
    public Path root() {
        return file.toAbsolutePath().getParent();
    }

    @Override
    public String handler() {
        return "function.handler";
    }

    @Override
    public List<String> command(int memoryMegabytes, Path folder, List<String> options) {
        return List.of(interpreter.toString(), file.toAbsolutePath().toString());
    }
}
