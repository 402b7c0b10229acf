package io.stockroom.exports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts the steps of a run that others can see, and kills the process before or after one of them. */
final class Steps {

    /** The end of a process: no code of it runs afterwards. */
    static final class Killed extends Error {
        Killed() {
            super("the process was killed", null, false, false);
        }
    }

    private final int killedAt;
    private final boolean isAfter;
    private int taken;
    private boolean isDead;

    /** @param killedAt from 1; 0 for no step */
    Steps(int killedAt, boolean isAfter) {
        this.killedAt = killedAt;
        this.isAfter = isAfter;
    }

    static Steps all() {
        return new Steps(0, false);
    }

    int taken() {
        return taken;
    }

    <T> T take(Supplier<T> step) {
        taken++;
        if (isDead || (taken == killedAt && !isAfter)) {
            isDead = true;
            throw new Killed();
        }
        T result = step.get();
        if (taken == killedAt) {
            isDead = true;
            throw new Killed();
        }
        return result;
    }

    void take(Runnable step) {
        take(() -> {
            step.run();
            return null;
        });
    }

    ExportStates of(ExportStates states) {
        return new ExportStates() {
            @Override
            public Optional<ExportState> claim(long location, String owner, Instant until) {
                return take(() -> states.claim(location, owner, until));
            }

            @Override
            public boolean save(long location, String owner, ExportState state, Instant until) {
                return take(() -> states.save(location, owner, state, until));
            }

            @Override
            public void release(long location, String owner) {
                take(() -> states.release(location, owner));
            }

            @Override
            public void putIds(String name, IdSet ids) {
                take(() -> states.putIds(name, ids));
            }

            @Override
            public IdSet ids(String name) {
                return states.ids(name);
            }

            @Override
            public void deleteIds(String name) {
                take(() -> states.deleteIds(name));
            }
        };
    }

    ExportStore of(ExportStore store) {
        return new ExportStore() {
            @Override
            public void put(String name, Path file) {
                take(() -> store.put(name, file));
            }

            @Override
            public void check() {
                store.check();
            }
        };
    }
}
