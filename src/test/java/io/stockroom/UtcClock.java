package io.stockroom;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock whose time a test controls. */
abstract class UtcClock extends Clock {

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Stockroom does not use time zones");
    }
}
