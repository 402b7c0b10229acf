package io.stockroom.exports;

import java.time.Instant;
import java.util.Optional;

/** Keeps the state of each location's export. One run at a time may change it: the one that has claimed the location. */
interface ExportStates {

    /**
     * Claims a location for a run.
     *
     * @param owner identifies the run
     * @param until when another run may claim it, unless this one renews its claim
     * @return empty if another run has it
     */
    Optional<ExportState> claim(long location, String owner, Instant until);

    /** Replaces the state and renews the claim. Returns false, and changes nothing, if another run has claimed the location. */
    boolean save(long location, String owner, ExportState state, Instant until);

    /** Lets other runs claim the location. */
    void release(long location, String owner);

    /** Stores a chunk of ids, replacing one of that name. */
    void putIds(String name, IdSet ids);

    /** Returns a chunk of ids; an empty one if it is not stored. */
    IdSet ids(String name);

    void deleteIds(String name);
}
