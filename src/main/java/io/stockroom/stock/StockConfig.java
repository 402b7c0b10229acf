package io.stockroom.stock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the announced stock. */
@ConfigMapping(prefix = "stockroom.stock")
public interface StockConfig {

    /** The name of the event bus, created by the template. {@code announce-stock} requires it. */
    Optional<String> bus();

    /** The URL of EventBridge, if it is not the one of the region. */
    Optional<URI> busUrl();

    /**
     * The URL of the queue of goods to look at, created by the template. Required by the functions that announce stock, and by those that
     * book if {@link #ownBookings()} is {@code true}.
     */
    Optional<String> queueUrl();

    /** How long the queue holds a message back, so that a burst of events about a good becomes one look. */
    @WithDefault("PT5S")
    Duration window();

    /** Whether stock that equals what was last announced is left out. */
    @WithDefault("true")
    boolean leaveOutUnchanged();

    /** How long it is remembered what was last announced of a good. After that, it is announced again when it is looked at. */
    @WithDefault("P30D")
    Duration remember();

    /** Whether Stockroom's own bookings are announced without an event of Altegio's. */
    @WithDefault("false")
    boolean ownBookings();

    /**
     * The IDs of the locations whose changes are searched for, separated by commas. If unset: those of {@code ALTEGIO_LOCATIONS}, or else
     * of the accounts.
     */
    Optional<Set<Long>> locations();

    /** How far back the first search for changed goods goes. */
    @WithDefault("PT1H")
    Duration lookBack();

    /**
     * The delay after the first delivery of a message whose goods could not be announced; it doubles with each further delivery. Not
     * greater than {@link #maxDelay()}.
     */
    @WithDefault("PT10S")
    Duration baseDelay();

    /** The maximum of this delay. */
    @WithDefault("PT15M")
    Duration maxDelay();
}
