package io.stockroom.exports;

import java.nio.file.Path;

/** Where exported files are kept. */
interface ExportStore {

    /** The object that {@link #check()} writes. Athena and Hive ignore names that begin with an underscore. */
    String CHECK_NAME = "transactions/_check";

    /**
     * Stores a file, in place of an object of that name if there is one: readers see either of them, and never a part.
     *
     * @param name such as {@code transactions/location_id=4564/date=2026-11-25/0001.ndjson.gz}
     * @param file a complete gzip file, which stays the caller's
     * @throws ExportStoreException if it is not stored, or perhaps not
     * @throws IllegalArgumentException if the name is not that of an object
     */
    void put(String name, Path file);

    /**
     * Proves that objects can be written, by writing {@link #CHECK_NAME}.
     *
     * @throws ExportStoreException if they cannot
     */
    void check();
}
