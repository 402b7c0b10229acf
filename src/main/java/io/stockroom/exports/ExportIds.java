package io.stockroom.exports;

import io.stockroom.exports.ExportState.KnownIds;
import io.stockroom.exports.ExportState.Obsolete;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The sets of ids of a location, in chunks that fit into an item of DynamoDB. A chunk is stored before the state that counts it. */
@ApplicationScoped
class ExportIds {

    /** With differences that take up to four bytes, a fifth of what an item may have; an hour's new ids rewrite one chunk. */
    static final int CHUNK_SIZE = 20_000;

    private static final String KNOWN = "known";
    private static final String SEEN = "seen";
    private static final String MISSING = "missing";

    private final ExportStates states;

    ExportIds(ExportStates states) {
        this.states = states;
    }

    /** Adds ids to the known ones, and returns what the state must contain. */
    KnownIds add(long location, KnownIds known, IdSet ids) {
        if (ids.isEmpty()) {
            return known;
        }
        int first = known.chunks();
        IdSet added = ids;
        if (known.isOpen() && first > 0) {
            IdSet last = states.ids(name(location, KNOWN, known.generation(), first - 1));
            if (last.size() + ids.size() <= CHUNK_SIZE) {
                first--;
                added = last.union(ids);
            }
        }
        return new KnownIds(known.generation(), first + put(location, KNOWN, known.generation(), first, added), true);
    }

    /** Returns the ids of some of the chunks of known ids. */
    IdSet known(long location, int generation, int from, int to) {
        return read(location, KNOWN, generation, from, to);
    }

    /** Stores ids that a comparison has seen, after some chunks; returns how many chunks there are now. */
    int putSeen(long location, int generation, int chunks, IdSet ids) {
        return chunks + put(location, SEEN, generation, chunks, ids);
    }

    IdSet seen(long location, int generation, int chunks) {
        return read(location, SEEN, generation, 0, chunks);
    }

    /** Stores the known ids of a new generation. */
    KnownIds putKnown(long location, int generation, IdSet ids) {
        return new KnownIds(generation, put(location, KNOWN, generation, 0, ids), true);
    }

    /** Stores the ids that a comparison did not find; returns the number of chunks. */
    int putMissing(long location, int generation, IdSet ids) {
        return put(location, MISSING, generation, 0, ids);
    }

    IdSet missing(long location, int generation, int chunks) {
        return read(location, MISSING, generation, 0, chunks);
    }

    void delete(long location, Obsolete obsolete) {
        delete(location, KNOWN, obsolete.generation(), obsolete.known());
        delete(location, SEEN, obsolete.generation(), obsolete.seen());
        delete(location, MISSING, obsolete.generation(), obsolete.missing());
    }

    private int put(long location, String set, int generation, int first, IdSet ids) {
        List<IdSet> chunks = ids.chunks(CHUNK_SIZE);
        for (int i = 0; i < chunks.size(); i++) {
            states.putIds(name(location, set, generation, first + i), chunks.get(i));
        }
        return chunks.size();
    }

    private IdSet read(long location, String set, int generation, int from, int to) {
        List<IdSet> chunks = new ArrayList<>();
        for (int i = from; i < to; i++) {
            chunks.add(states.ids(name(location, set, generation, i)));
        }
        return IdSet.union(chunks);
    }

    private void delete(long location, String set, int generation, int chunks) {
        for (int i = 0; i < chunks; i++) {
            states.deleteIds(name(location, set, generation, i));
        }
    }

    private static String name(long location, String set, int generation, int chunk) {
        return location + "#" + set + "#" + generation + "#" + chunk;
    }
}
