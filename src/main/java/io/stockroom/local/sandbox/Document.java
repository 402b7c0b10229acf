package io.stockroom.local.sandbox;

import java.time.Instant;
import java.util.List;

/** A booked document. {@code created} is the date that the request gave it, {@code committed} when it was booked. */
public record Document(long id, long locationId, Type type, long storageId, String comment,
        Instant created, Instant committed, List<Movement> lines) {
}
