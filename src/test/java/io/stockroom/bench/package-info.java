/**
 * The benchmark: compares the packaged functions with other implementations, run by the fake Runtime API. {@code ./mvnw -Pbench
 * verify} runs it and writes {@code target/bench/report.md}.
 */
package io.stockroom.bench;
