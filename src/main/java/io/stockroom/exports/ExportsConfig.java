package io.stockroom.exports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the exports of transactions as files. */
@ConfigMapping(prefix = "stockroom.exports")
public interface ExportsConfig {

    /** The name of the S3 bucket that the files are written to, created by the template. {@code export-transactions} requires it. */
    Optional<String> bucket();

    /** The folder that the files are written to if there is no bucket. */
    @WithDefault("target/export")
    String folder();

    /** The base URL of S3, if it is not the one of the region. The bucket is then the first segment of its path. */
    Optional<URI> s3Url();

    /**
     * The base URL of the Lambda API, if it is not the one of the region. An export that takes longer than one invocation starts the next
     * one with it.
     */
    Optional<URI> lambdaUrl();

    /** The IDs of the locations to export, separated by commas. If unset: those of {@code ALTEGIO_LOCATIONS}, or else of the accounts. */
    Optional<Set<Long>> locations();

    /** How long before the end of the last window the next one begins, because Altegio may show a change late. */
    @WithDefault("PT10M")
    Duration overlap();

    /** How long before now a window ends, because a search may show a change only after a while. */
    @WithDefault("PT2M")
    Duration margin();

    /** The size at which a file ends and the next one begins, in bytes after compression. A file may be a little larger. */
    @WithDefault("50000000")
    long partSize();

    /** The number of rows at which a file ends and the next one begins. */
    @WithDefault("100000")
    int partRows();

    /**
     * The share of the known rows up to which those that a comparison does not find count as deleted. If more are missing, none counts as
     * deleted, and an alarm reports it.
     */
    @WithDefault("0.1")
    BigDecimal maxMissingShare();

    /**
     * How long a run has a location for itself. It extends this while it works; after a run that was killed, the next one waits this long.
     */
    @WithDefault("PT5M")
    Duration lease();
}
