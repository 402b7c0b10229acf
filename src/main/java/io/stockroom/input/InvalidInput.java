package io.stockroom.input;

import java.util.List;
import java.util.stream.Collectors;

/** A request with faults, all of them; the message has the first ten in words. */
public final class InvalidInput extends RuntimeException {

    private static final int IN_WORDS = 10;

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super(faults.stream().limit(IN_WORDS).map(fault -> fault.place() + " " + fault.detail()).collect(Collectors.joining("; "))
                + (faults.size() > IN_WORDS ? "; and more" : ""));
        this.faults = List.copyOf(faults);
    }

    public InvalidInput(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
