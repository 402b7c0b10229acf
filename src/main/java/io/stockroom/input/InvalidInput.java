package io.stockroom.input;

import java.util.List;
import java.util.stream.Collectors;

/** A request with faults, all of them. */
public final class InvalidInput extends RuntimeException {

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super(faults.stream().map(fault -> fault.place() + " " + fault.detail()).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public InvalidInput(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
