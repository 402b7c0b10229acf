package io.stockroom.transactions;

import io.stockroom.altegio.AltegioFailure;
import io.stockroom.altegio.Deadline;
import io.stockroom.altegio.Row;
import io.stockroom.http.BodyWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes the rows of a walk until they end, the answer is full or the time is up. A failure ends it likewise once there
 * is something to show: nothing is lost, and if the failure lasts, the next answer tells it.
 */
final class Export {

    private final Walk walk;
    private final Format format;
    private final BodyWriter body;
    private final long most;
    private final boolean single;
    private final boolean goesOn;
    private final Deque<Long> anchor;
    private Page page;
    private int rest;
    private boolean moved;
    private boolean written;

    /**
     * @param from   where an earlier answer ended, or null
     * @param single whether one page is wanted, or the rest of it
     * @param most   bytes that the body may take of the event
     */
    Export(Walk walk, Cursor from, boolean single, Format format, BodyWriter body, long most) {
        this.walk = walk;
        this.format = format;
        this.body = body;
        this.most = most;
        this.single = single;
        this.goesOn = from != null;
        this.anchor = new ArrayDeque<>(goesOn ? from.anchor() : List.of());
        this.rest = goesOn ? from.rest() : 0;
    }

    /**
     * Where the next answer goes on; null when nothing is left.
     *
     * @param deadline when the last row must be written
     */
    Cursor write(Deadline deadline) {
        body.write(format.head());
        try {
            do {
                if (moved && !walk.isAtEnd() && deadline.left().isZero()) {
                    return position();
                }
                page = walk.next();
                if (page != null && !writePage()) {
                    return position();
                }
            } while (page != null && (!single || goesOn && rest > 0));
            return null;
        } catch (AltegioFailure failure) {
            if (!moved) {
                throw failure;
            }
            return position();
        }
    }

    /** False when the answer is full. */
    private boolean writePage() {
        if (single && !goesOn) {
            rest = page.rows().size();
        }
        for (EncodedRow row : page.rows()) {
            if (single && rest == 0) {
                return true;
            }
            if (row.bytes() != null && !write(row)) {
                return false;
            }
            pass(row);
        }
        return true;
    }

    private boolean write(EncodedRow row) {
        byte[] between = written ? format.between() : new byte[0];
        if (!body.fits(row.bytes(), most - between.length)) {
            if (moved) {
                return false;
            }
            throw new RowTooLarge(row.id());
        }
        body.write(between);
        body.write(row.bytes());
        written = true;
        return true;
    }

    private void pass(EncodedRow row) {
        moved = true;
        rest--;
        if (row.id() != null) {
            anchor.addLast(row.id());
            if (anchor.size() > Cursor.ANCHORS) {
                anchor.removeFirst();
            }
        }
    }

    private Cursor position() {
        if (anchor.isEmpty()) {
            throw Row.unreadable("id");
        }
        return new Cursor(page.number(), page.count(), single ? rest : 0, List.copyOf(anchor));
    }
}
