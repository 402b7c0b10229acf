package io.stockroom.lists;

import io.stockroom.http.BodyWriter;

/** Writes rows to the body of a response, with what the format puts before and between them, as long as they fit. */
public final class RowOutput implements RowSink {

    private final Format<?> format;
    private final BodyWriter body;
    private final long maxBytes;
    private boolean isEmpty = true;

    /**
     * Writes the beginning of the format.
     *
     * @param maxBytes maximum size of the body within the event
     */
    public RowOutput(Format<?> format, BodyWriter body, long maxBytes) {
        this.format = format;
        this.body = body;
        this.maxBytes = maxBytes;
        body.write(format.head());
    }

    @Override
    public boolean write(EncodedRow row) {
        return write(row.bytes());
    }

    /** Writes a row. Returns false, and writes nothing, if it does not fit. */
    public boolean write(byte[] row) {
        byte[] between = isEmpty ? new byte[0] : format.between();
        if (!body.fits(row, maxBytes - between.length)) {
            return false;
        }
        body.write(between);
        body.write(row);
        isEmpty = false;
        return true;
    }
}
