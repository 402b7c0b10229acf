package io.stockroom.local.sandbox;

import java.time.Instant;
import java.util.List;

/** A booked document. {@code created} is the date in the request, {@code committed} the time of booking. */
public record SandboxDocument(long id, long locationId, SandboxOperationType type, long storageId, String comment,
        Instant created, Instant committed, List<Movement> lines) {

    SandboxDocument with(List<Movement> other) {
        return new SandboxDocument(id, locationId, type, storageId, comment, created, committed, List.copyOf(other));
    }
}
