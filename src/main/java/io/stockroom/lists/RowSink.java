package io.stockroom.lists;

/** Where rows are written, in their order, as long as they fit. */
public interface RowSink {

    /** Writes a row that is not filtered out. Returns false, and writes nothing, if it does not fit; the first one must fit. */
    boolean write(EncodedRow row);
}
