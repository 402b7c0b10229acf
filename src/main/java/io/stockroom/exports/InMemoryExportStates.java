package io.stockroom.exports;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** States that end with the process. */
final class InMemoryExportStates implements ExportStates {

    private record Claimed(ExportState state, String owner, Instant until) {
    }

    private final Clock clock;
    private final Map<Long, Claimed> states = new HashMap<>();
    private final Map<String, IdSet> ids = new HashMap<>();

    InMemoryExportStates(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<ExportState> claim(long location, String owner, Instant until) {
        Claimed seen = states.getOrDefault(location, new Claimed(ExportState.NEW, null, Instant.MIN));
        if (seen.owner() != null && !seen.owner().equals(owner) && clock.instant().isBefore(seen.until())) {
            return Optional.empty();
        }
        states.put(location, new Claimed(seen.state(), owner, until));
        return Optional.of(seen.state());
    }

    @Override
    public synchronized boolean save(long location, String owner, ExportState state, Instant until) {
        Claimed seen = states.get(location);
        if (seen == null || !owner.equals(seen.owner())) {
            return false;
        }
        states.put(location, new Claimed(state, owner, until));
        return true;
    }

    @Override
    public synchronized void release(long location, String owner) {
        states.computeIfPresent(location, (id, seen) -> owner.equals(seen.owner()) ? new Claimed(seen.state(), null, Instant.MIN) : seen);
    }

    @Override
    public synchronized void putIds(String name, IdSet chunk) {
        ids.put(name, chunk);
    }

    @Override
    public synchronized IdSet ids(String name) {
        return ids.getOrDefault(name, IdSet.EMPTY);
    }

    @Override
    public synchronized void deleteIds(String name) {
        ids.remove(name);
    }
}
