package io.stockroom.local.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are switched on. A request that is let in meets the oldest that fits it. */
public final class SandboxFaults {

    private final List<SandboxFault> faults = new ArrayList<>();

    public synchronized void add(SandboxFault fault) {
        faults.add(fault);
    }

    public synchronized void clear() {
        faults.clear();
    }

    /** Those still to come, each with the number of times left. */
    public synchronized List<SandboxFault> list() {
        return List.copyOf(faults);
    }

    /** The fault that this request meets, used up by one. */
    synchronized Optional<SandboxFault> next(SandboxRoute route) {
        Optional<SandboxFault> met = faults.stream().filter(fault -> fault.strikes(route)).findFirst();
        met.filter(fault -> fault.times() > 0).ifPresent(this::useUp);
        return met;
    }

    private void useUp(SandboxFault fault) {
        int index = faults.indexOf(fault);
        if (fault.times() == 1) {
            faults.remove(index);
        } else {
            faults.set(index, fault.times(fault.times() - 1));
        }
    }
}
