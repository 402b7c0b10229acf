/**
 * The benchmark: the packaged functions, and others that do the same, under the fake Runtime API. {@code ./mvnw -Pbench verify}
 * runs it and leaves {@code target/bench/report.md}.
 */
package io.stockroom.bench;
