package io.stockroom.exports;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of tests: the defaults, with what a test changes. */
record ExportSettings(Set<Long> all, int partRows, long partSize, BigDecimal maxMissingShare) implements ExportsConfig {

    static final ExportSettings DEFAULT = new ExportSettings(Set.of(4564L), 100_000, 50_000_000, new BigDecimal("0.1"));

    ExportSettings locations(Long... changed) {
        return new ExportSettings(Set.of(changed), partRows, partSize, maxMissingShare);
    }

    ExportSettings partRows(int changed) {
        return new ExportSettings(all, changed, partSize, maxMissingShare);
    }

    ExportSettings partSize(long changed) {
        return new ExportSettings(all, partRows, changed, maxMissingShare);
    }

    ExportSettings maxMissingShare(String changed) {
        return new ExportSettings(all, partRows, partSize, new BigDecimal(changed));
    }

    @Override
    public Optional<Set<Long>> locations() {
        return Optional.of(all);
    }

    @Override
    public Optional<String> bucket() {
        return Optional.empty();
    }

    @Override
    public String folder() {
        throw new UnsupportedOperationException("Tests have a store of their own");
    }

    @Override
    public Optional<URI> s3Url() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> lambdaUrl() {
        return Optional.empty();
    }

    @Override
    public Duration overlap() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration margin() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Duration lease() {
        return Duration.ofMinutes(5);
    }
}
