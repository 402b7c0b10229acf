package io.stockroom.local.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The active faults. The oldest one that applies to an admitted request is injected. */
public final class SandboxFaults {

    private final List<SandboxFault> faults = new ArrayList<>();

    public synchronized void add(SandboxFault fault) {
        faults.add(fault);
    }

    public synchronized void clear() {
        faults.clear();
    }

    /** Returns the active faults, each with its remaining number of times. */
    public synchronized List<SandboxFault> list() {
        return List.copyOf(faults);
    }

    /** Returns the fault to inject into this request, if any, and decrements its remaining number of times. */
    synchronized Optional<SandboxFault> next(SandboxRoute route) {
        Optional<SandboxFault> fault = faults.stream().filter(candidate -> candidate.appliesTo(route)).findFirst();
        fault.filter(found -> found.times() > 0).ifPresent(this::decrement);
        return fault;
    }

    private void decrement(SandboxFault fault) {
        int index = faults.indexOf(fault);
        if (fault.times() == 1) {
            faults.remove(index);
        } else {
            faults.set(index, fault.times(fault.times() - 1));
        }
    }
}
